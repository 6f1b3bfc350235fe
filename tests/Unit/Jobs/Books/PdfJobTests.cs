using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Books.Pdf;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Books;

/// <summary>PDF documents in real worker processes, which end where a test says so.</summary>
public sealed class PdfJobTests : IDisposable
{
    private const int Pages = 120;

    // Bytes that make a document one whose parts are read one by one.
    private static readonly string Padding = new('x', 600_000);

    private readonly TemporaryFolder _tree = new();
    private readonly TemporaryFolder _output = new();
    private readonly FaultyWorkers _workers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _workers.Dispose();
        _tree.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task A_large_document_is_read_by_several_processes_as_by_one()
    {
        Write("large.pdf", Pages, isPadded: true);
        Write("small.pdf", Pages, isPadded: false);

        var results = await RunAsync();

        Assert.All(results, result => Assert.Equal((ConversionStatus.Converted, Pages), (result.Status, result.Pages)));
        Assert.Equal(Text("small.md").Replace("small", "large", StringComparison.Ordinal), Text("large.md"));
        Assert.Equal(2, _workers.Pool.ProcessIds.Count);
    }

    [Theory]
    [InlineData("exit 7")]
    [InlineData("overflow")]
    public async Task A_page_that_ends_its_process_is_one_warning_and_all_others_are_kept(string fault)
    {
        Write("large.pdf", Pages, isPadded: true);
        Faults("large.pdf", $"pages-00051-00100.md {fault}", $"pages-00060-00060.md {fault}");

        var result = Assert.Single(await RunAsync());

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.WorkerDied), (Assert.Single(result.Diagnostics).Severity, result.Diagnostics[0].Code));
        Assert.Equal(Enumerable.Range(1, Pages).Except([60]), PagesIn("large.md"));
        Assert.Contains("<!-- page 60 could not be read -->", Text("large.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_never_ends_is_given_up_and_all_others_are_kept()
    {
        Write("large.pdf", Pages, isPadded: true);
        Faults("large.pdf", "pages-00101-00120.md endless", "pages-00110-00110.md endless");

        var result = Assert.Single(await RunAsync(("timeoutSeconds", "5")));

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Equal(DiagnosticCodes.TimedOut, Assert.Single(result.Diagnostics).Code);
        Assert.Equal(Enumerable.Range(1, Pages).Except([110]), PagesIn("large.md"));
    }

    [Fact]
    public async Task A_small_document_that_ends_its_process_is_read_page_by_page()
    {
        Write("small.pdf", 5, isPadded: false);
        Faults("small.pdf", "* exit 3", "pages-00001-00005.md exit 3", "pages-00002-00002.md exit 3");

        var result = Assert.Single(await RunAsync());

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Equal([1, 3, 4, 5], PagesIn("small.md"));
    }

    [Fact]
    public async Task A_document_of_which_no_page_can_be_read_has_failed_and_costs_no_other_anything()
    {
        Write("bad.pdf", 5, isPadded: false);
        Write("good.pdf", 5, isPadded: false);
        Faults("bad.pdf", ["* exit 3", "pages-00001-00005.md exit 3", .. Enumerable.Range(1, 5).Select(page => $"pages-{page:00000}-{page:00000}.md exit 3")]);

        var results = await RunAsync();

        Assert.Equal([ConversionStatus.Failed, ConversionStatus.Converted], results.Select(result => result.Status));
        Assert.Equal(DiagnosticCodes.WorkerDied, results[0].Diagnostics[0].Code);
        Assert.False(File.Exists(_output.At("bad.md")));
    }

    [Fact]
    public async Task Images_are_extracted_where_that_is_asked_for_each_once_and_taken_away_with_the_option()
    {
        var pdf = new RawPdf();
        var image = pdf.AddObject($"<</Type/XObject/Subtype/Image/Width 32/Height 32/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1024>>\nstream\n{new string('\x7f', 1024)}\nendstream");
        for (var page = 1; page <= 2; page++)
        {
            pdf.AddPage(RawPdf.Line(72, 700, $"Page {page} shows what the other one shows.") + "q 32 0 0 32 72 600 cm /I Do Q", $"/Resources<</Font<</F1 3 0 R>>/XObject<</I {image}>>>>");
        }

        File.WriteAllBytes(_tree.At("a paper.pdf"), pdf.Build());
        await RunAsync(("pdfImages", "true"));
        var images = Directory.EnumerateFiles(_output.At("a paper/images")).Select(path => Path.GetFileName(path)!).ToList();
        var links = Text("a paper.md").Split('\n').Where(line => line.StartsWith("![", StringComparison.Ordinal));

        var name = Assert.Single(images);
        Assert.EndsWith(".png", name, StringComparison.Ordinal);
        Assert.Equal([$"![Page 1, image 1](a%20paper/images/{name})", $"![Page 2, image 1](a%20paper/images/{name})"], links);
        Assert.False(Directory.Exists(_output.At(".fastmd/images")));
        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync(("pdfImages", "true"))).Status);
        Assert.Empty(await StaleAsync(("pdfImages", "true")));
        Assert.Equal([_output.At($"a paper/images/{name}")], (await StaleAsync()).Select(stale => stale.Path));
    }

    private void Write(string name, int pages, bool isPadded)
    {
        var pdf = new RawPdf();
        if (isPadded)
        {
            pdf.AddObject($"<</Length {Padding.Length}>>\nstream\n{Padding}\nendstream");
        }

        for (var page = 1; page <= pages; page++)
        {
            pdf.AddPage(RawPdf.Lines(72, 700, $"This is what stands on sheet {page} of the document.", "It has a second line, too, which ends here."));
        }

        File.WriteAllBytes(_tree.At(name), pdf.Build());
    }

    private void Faults(string name, params string[] faults) => File.WriteAllLines(_tree.At(name + ".faults"), faults);

    private string Text(string name) => File.ReadAllText(_output.At(name));

    private IEnumerable<int> PagesIn(string name)
        => Text(name).Split("on sheet ").Skip(1).Select(text => int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<StaleOutput>> StaleAsync(params (string Key, string Value)[] settings)
    {
        using var job = new ConversionJob(_workers.Options(_tree, _output, [("to", "markdown"), .. settings]));
        await job.RunAsync(job.PlanAll(Sources()), cancellation: Cancellation).ToListAsync(Cancellation);
        return job.FindStale();
    }

    private List<DocumentSource> Sources()
        => [.. Directory.EnumerateFiles(_tree.Path, "*.pdf").Order(StringComparer.Ordinal).Select(path => DocumentSource.FromFile(path, new FileInfo(path).Length))];

    private async Task<List<ConversionResult>> RunAsync(params (string Key, string Value)[] settings)
    {
        using var job = new ConversionJob(_workers.Options(_tree, _output, [("to", "markdown"), .. settings]));
        return await job.RunAsync(job.PlanAll(Sources()), cancellation: Cancellation).ToListAsync(Cancellation);
    }
}
