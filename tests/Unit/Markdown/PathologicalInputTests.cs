using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>Documents made to be slow. A batch must outlast each of them.</summary>
public class PathologicalInputTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => [.. Documents.Keys];

    private static Dictionary<string, Func<string>> Documents { get; } = new()
    {
        ["nested strong emphasis"] = () => Times("*a **a ", 20_000) + "b" + Times(" a** a*", 20_000),
        ["emphasis closers without openers"] = () => Times("a_ ", 20_000),
        ["emphasis openers without closers"] = () => Times("_a ", 20_000),
        ["mismatched openers and closers"] = () => Times("*a_ ", 20_000),
        ["openers and closers whose lengths add up to threes"] = () => "a**b" + Times("c* ", 20_000),
        ["tilde openers"] = () => Times("~a ", 20_000),
        ["tildes of both lengths"] = () => Times("~a~~ ", 20_000),
        ["link closers"] = () => Times("a]", 50_000),
        ["link openers"] = () => Times("[a", 20_000),
        ["link openers and emphasis closers"] = () => Times("[ a_", 20_000),
        ["brackets before parentheses"] = () => Times("[ (](", 50_000),
        ["images without end"] = () => Times("![[]()", 20_000),
        ["nested brackets"] = () => Times("[", 20_000) + "a" + Times("]", 20_000),
        ["links without end"] = () => Times("[a](b", 50_000),
        ["links in angle brackets without end"] = () => Times("[a](<b", 20_000),
        ["nested quotes"] = () => Times("> ", 20_000) + "a",
        ["nested empty lists"] = () => Times("- ", 10_000) + "a",
        ["lists each deeper than the last"] = () => string.Concat(Enumerable.Range(0, 500).Select(depth => Times("  ", depth) + "* a\n")),
        ["backticks of every length"] = () => string.Concat(Enumerable.Range(1, 800).Select(length => "e" + Times("`", length))),
        ["comments without end"] = () => "</" + Times("<!--", 20_000),
        ["tags without end"] = () => Times("<a ", 20_000),
        ["quoted attributes without end"] = () => Times("<a x=\"", 20_000),
        ["entities"] = () => Times("&lt;", 100_000),
        ["link definitions"] = () => Times("[a]: u\n", 5_000) + Times("[a] ", 5_000),
        ["a table of many columns and short rows"] = () => "|" + Times("x|", 50_000) + "\n|" + Times("-|", 50_000) + "\n" + Times("a\n", 50_000),
        ["a table of many rows"] = () => "a|b\n-|-\n" + Times("x|y\n", 50_000),
        ["rows that are nearly heads"] = () => Times("|---|--|\n|-|\n", 30_000),
        ["pipes"] = () => Times("|", 200_000),
        ["hosts that are none"] = () => Times("www.a_", 30_000),
        ["labels of two lines that lead nowhere"] = () => Times("[a\nb]\n", 50_000),
        ["references of two lines that lead nowhere"] = () => Times("[a][b\nc]\n", 50_000),
        ["schemes in brackets"] = () => Times("[http://a.b ", 20_000),
        ["schemes in emphasis"] = () => Times("*http://a.b ", 20_000),
        ["one link of entities"] = () => "http://a.b/" + Times("&a;", 50_000),
        ["one link of closing parentheses"] = () => "http://a.b/" + Times(")", 100_000),
        ["at signs"] = () => Times("a@", 100_000),
        ["addresses that are none"] = () => Times("a.b@c.d-", 50_000),
        ["footnotes nobody refers to"] = () => string.Concat(Enumerable.Range(0, 5_000).Select(i => Invariant($"[^{i}]: x\n\n"))) + "[^1]",
        ["references to one footnote"] = () => Times("[^a] ", 20_000) + "\n\n[^a]: x\n",
        ["headings of one name"] = () => Times("# a\n", 20_000),
        ["a heading of emphasis openers"] = () => "# " + Times("*a _b ", 10_000),
        ["alerts"] = () => Times("> [!NOTE]\n> a\n\n", 10_000),
        ["tasks"] = () => Times("- [ ] a\n", 20_000),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_made_to_be_slow_is_converted_or_refused_in_time_and_the_next_one_is_converted(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var job = new ConversionJob(new()
        {
            BasePath = Path.GetTempPath(),
            Batch = new() { Workers = 1, TimeLimit = TimeLimit },
        });
        var documents = job.PlanAll([DocumentSource.FromText(Documents[name](), "slow.md"), DocumentSource.FromText("*next*", "next.md")]);

        var results = new List<ConversionResult>();
        await foreach (var result in job.RunAsync(documents, cancellation: cancellation).WithCancellation(cancellation))
        {
            results.Add(result);
        }

        Assert.Equal(2, results.Count);
        Assert.True(
            results[0].Status is ConversionStatus.Converted || results[0].Diagnostics is [{ Code: DiagnosticCodes.NestingTooDeep }],
            $"{results[0].Status}: {string.Join(", ", results[0].Diagnostics)}");
        Assert.Equal("<p><em>next</em></p>\n", results[1].Content);
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
