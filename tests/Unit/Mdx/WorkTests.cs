using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx;

/// <summary>
/// What costs more than its length has to allocate more, too, mostly. Beyond its fixed part the allocation of a document twice as long
/// is twice as much; it would be four times as much if each piece of it looked at all others.
/// </summary>
public class WorkTests
{
    private const int Length = 30_000;
    private const double MostGrowth = 3;

    public static TheoryData<string> Pieces =>
    [
        "import {a#} from 'b'\n\n", "export const a# = 1\n\n", "{a#} ", "{a}\n", "<a></a>", "<A#/>\n", "<A.b# c={d}/> e\n", "> <a>\n> </a>\n\n",
        "- {a}\n", "{`a\nb`} ", "<a b='c'\nd={e}/> f ", "{<a>{<b/>}</a>}\n", "{/* @jsx a */}\n", "www.a.b ", "*www.a.b* ", "[^a#]: b\n\n", "[^a#] ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void It_grows_no_faster_than_the_document(string piece)
    {
        // What is made once is made before.
        Allocated(piece, 100);
        Allocated(piece, 2 * Length);

        var once = Allocated(piece, Length);
        var twice = Allocated(piece, 2 * Length);

        Assert.True(twice < MostGrowth * once, $"{once} bytes for {Length} characters, {twice} for twice as many.");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{a\n")]
    [InlineData("<a b={")]
    [InlineData("> <a\n")]
    [InlineData("- {a\n")]
    [InlineData("{(a = ")]
    public void What_never_ends_is_refused_without_being_read_over_and_over(string piece)
    {
        Allocated(piece, 100);

        var once = Allocated(piece, Length);
        var twice = Allocated(piece, 2 * Length);

        Assert.True(twice < MostGrowth * once, $"{once} bytes for {Length} characters, {twice} for twice as many.");
    }

    private static long Allocated(string piece, int length)
    {
        var pieces = Enumerable.Range(0, length / piece.Length).Select(number => piece.Replace("#", $"{number}", StringComparison.Ordinal));
        var source = SourceText.FromString(string.Concat(pieces), DocumentFormat.Mdx);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            new MdxConverter(new()).Convert(source, SameLinks.Instance, TextWriter.Null);
        }
        catch (DocumentException)
        {
            // To be refused takes work, too.
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
