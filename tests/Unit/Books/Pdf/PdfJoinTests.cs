using System.Globalization;
using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Pdf;

/// <summary>The ranges of a document, joined, are what one range over all of it is.</summary>
public class PdfJoinTests
{
    public static TheoryData<string, int, bool> Cases()
    {
        var cases = new TheoryData<string, int, bool>();
        foreach (var document in new[] { "running", "lists", "table", "code", "random", "long" })
        {
            foreach (var size in new[] { 1, 2, 3, 7 })
            {
                cases.Add(document, size, true);
                cases.Add(document, size, false);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Joined_ranges_are_what_one_range_is(string document, int size, bool hasComments)
    {
        var pdf = Document(document);
        var whole = PdfReading.Read(pdf, new() { PagesPerPart = 1000, PageComments = hasComments }).Text;
        Assert.Equal(whole, PdfReading.Read(pdf, new() { PagesPerPart = size, PageComments = hasComments }).Text);
    }

    [Fact]
    public void A_range_is_the_same_whatever_was_read_before()
    {
        var pdf = Document("random");
        var options = new PdfOptions { PagesPerPart = 3 };
        var file = PdfReading.FileOf(pdf);
        var source = new PdfSource(options);
        var parts = source.PartsOf(file, TestContext.Current.CancellationToken).Select(part => part.Name).ToList();
        var inOrder = parts.ConvertAll(part => Read(source, part));
        parts.Reverse();
        var backwards = parts.ConvertAll(part => Read(new(options), part));
        backwards.Reverse();
        Assert.Equal(inOrder, backwards);

        string Read(PdfSource from, string part) => from.Read(file, part, new TextDecoder(), TestContext.Current.CancellationToken).Text;
    }

    [Fact]
    public void A_paragraph_goes_on_on_the_next_page()
    {
        var text = PdfReading.Body(Document("running"), new() { PagesPerPart = 1 });
        Assert.Contains("goes over to the next page and is 1 line of it", text);
    }

    private static byte[] Document(string kind)
    {
        var pdf = new RawPdf();
        var random = new Random(11);
        for (var page = 0; page < 10; page++)
        {
            pdf.AddPage(kind switch
            {
                "running" => Running(page),
                "lists" => List(page),
                "table" => Table(),
                "code" => string.Concat(Enumerable.Range(0, 10).Select(i => RawPdf.Line(72 + (10 * (i % 3)), 700 - (12 * i), string.Create(CultureInfo.InvariantCulture, $"code {page} {i}"), 10, RawPdf.Courier))),
                "long" => RawPdf.Lines(72, 700, [.. Enumerable.Repeat("a line of a paragraph that has no end and goes over all of the pages", 20)]),
                _ => random.Next(4) switch { 0 => Running(page), 1 => List(page), 2 => Table(), _ => "" },
            });
        }

        return pdf.Build();
    }

    private static string Running(int page) => RawPdf.Line(72, 770, "A head") + RawPdf.Lines(
        72, 700,
        string.Create(CultureInfo.InvariantCulture, $"and is {page} line of it that is as long as all others of the page are, and"),
        "the text of a paragraph that ends here.",
        "Then another paragraph begins that is as long as the others are and it",
        "goes on to the end of the page, and from there it then goes over to the next page");

    private static string List(int page) => RawPdf.Lines(72, 700, [.. Enumerable.Range(0, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(page * 5) + i + 1}. item of the list"))])
        + RawPdf.Lines(72, 600, "\x95 a point", "\x95 another point");

    private static string Table()
        => string.Concat(Enumerable.Range(0, 6).Select(row => string.Concat(Enumerable.Range(0, 4).Select(column => RawPdf.Line(72 + (90 * column), 700 - (14 * row), string.Create(CultureInfo.InvariantCulture, $"{row}{column}"))))));
}
