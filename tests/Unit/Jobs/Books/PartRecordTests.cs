using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Books;

namespace FastMd.Tests.Unit.Jobs.Books;

/// <summary>Parts of books that are kept between runs.</summary>
public sealed class PartRecordTests
{
    private static readonly ContentHash Key = ContentHash.Of("this book, read in this way");

    private static readonly SourceText Part = new("# Text\n\nof a part\n", DocumentFormat.Markdown, [Diagnostic.Warning("FM7012", "A page has no text.")]) { Pages = 50 };

    [Fact]
    public void A_part_is_read_as_it_was_kept()
    {
        var read = PartRecord.Read(PartRecord.Write(Part, Key), Key);

        Assert.Equal((Part.Text, Part.Format, Part.Pages), (read.Text, read.Format, read.Pages));
        Assert.Equal(Part.Diagnostics, read.Diagnostics);
    }

    [Fact]
    public void A_part_of_another_content_is_not_taken()
        => Assert.Throws<InvalidDataException>(() => PartRecord.Read(PartRecord.Write(Part, Key), ContentHash.Of("another book")));

    [Fact]
    public void A_part_that_is_damaged_anywhere_or_cut_off_is_not_taken()
    {
        var whole = PartRecord.Write(Part, Key);
        Assert.All(Enumerable.Range(0, whole.Length), at =>
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => PartRecord.Read(damaged, Key));
            Assert.Throws<InvalidDataException>(() => PartRecord.Read(whole.AsMemory(0, at), Key));
        });
    }
}
