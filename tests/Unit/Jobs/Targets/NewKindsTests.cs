using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Jobs;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Targets;

/// <summary>A target and a kind of source that the engine does not know, each in one file, do all that those it knows do.</summary>
public sealed class NewKindsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private OutlineTarget _target = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Documents_and_parts_are_converted_joined_and_listed()
    {
        _folder.Write("docs/a.md", "a\n");
        WriteBundle("docs/deep/book.bundle", ("one", "1st\n"), ("two/x", "2nd\n"));

        var results = await RunAsync();

        Assert.Equal("A\n", _folder.Read("site/a.txt"));
        Assert.Equal("1ST\n", _folder.Read("site/deep/book/one.txt"));
        Assert.Equal("1ST\n2ND\n", _folder.Read("site/book.all.txt"));
        Assert.Equal("a\n1st\n2nd\n", _folder.Read("site/index.txt"));
        Assert.Equal(
            [(0, OutputKind.Document), (1, OutputKind.Part), (2, OutputKind.Part), (3, OutputKind.Product), (4, OutputKind.Product)],
            results.Select(result => ((int)result.Index, result.Kind)));
        Assert.Equal(_folder.At("docs", "deep", "book.bundle") + "#two/x", results[2].SourcePath);
    }

    [Fact]
    public async Task Only_the_part_that_changed_is_converted_again()
    {
        WriteBundle("docs/book.bundle", ("one", "1"), ("two", "2"));
        await RunAsync();
        WriteBundle("docs/book.bundle", ("one", "1"), ("two", "22"));

        var results = await RunAsync();

        Assert.Equal([ConversionStatus.Unchanged, ConversionStatus.Converted, ConversionStatus.Converted, ConversionStatus.Converted], results.Select(result => result.Status));
        Assert.All(await RunAsync(), result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
    }

    [Fact]
    public async Task A_part_that_is_gone_is_stale_and_nothing_else_of_its_source_is()
    {
        WriteBundle("docs/book.bundle", ("one", "1"), ("two", "2"));
        await RunAsync();
        WriteBundle("docs/book.bundle", ("one", "1"));

        await RunAsync();

        Assert.Equal([(_folder.At("site", "book", "two.txt"), $"'{_folder.At("docs", "book.bundle")}' has no part 'two' any more")], await StaleAsync());
    }

    [Fact]
    public async Task A_product_that_is_made_no_more_is_stale()
    {
        WriteBundle("docs/book.bundle", ("one", "1"));
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        File.Delete(_folder.At("docs", "book.bundle"));

        Assert.Equal(
            ["book.all.txt", "one.txt"],
            (await StaleAsync()).Select(stale => Path.GetFileName(stale.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outputs_of_another_target_in_the_same_place_are_not_stale()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        await RunAsync(Options with { Target = new FastMd.Engine.Jobs.Targets.HtmlTarget() });

        Assert.Empty(await StaleAsync());
        Assert.Equal(["a.html", "a.txt", "index.txt"], Site());
    }

    [Fact]
    public async Task An_option_of_a_target_makes_its_outputs_stale()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        _target = _target with { Mark = "- " };

        Assert.Equal("options changed", (await RunAsync())[0].Reason);
        Assert.Equal("- A", _folder.Read("site/a.txt"));
    }

    [Fact]
    public async Task A_container_that_cannot_be_read_is_one_error_and_costs_no_other_document()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/bad.bundle", [1]);
        WriteBundle("docs/good.bundle", ("one", "!"), ("two", "2"));

        var results = await RunAsync();

        Assert.Equal(
            [(ConversionStatus.Converted, null), (ConversionStatus.Failed, "FM9998"), (ConversionStatus.Failed, "FM9999"), (ConversionStatus.Converted, null)],
            results.Take(4).Select(result => (result.Status, result.Diagnostics is [var first, ..] ? first.Code : null)));
        Assert.Equal("a\n2\n", _folder.Read("site/index.txt"));
    }

    [Fact]
    public async Task Two_products_that_would_be_one_file_are_an_error_and_the_first_stays()
    {
        WriteBundle("docs/a/book.bundle", ("one", "1"));
        WriteBundle("docs/b/book.bundle", ("one", "2"));

        var results = await RunAsync();

        var refused = Assert.Single(results, result => result.Status == ConversionStatus.Failed);
        Assert.Equal((OutputKind.Product, DiagnosticCodes.OutputClaimedTwice), (refused.Kind, refused.Diagnostics[0].Code));
        Assert.Equal("1", _folder.Read("site/book.all.txt"));
    }

    [Fact]
    public async Task Somebodys_file_in_the_place_of_a_product_stays_and_is_an_error()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();

        var product = (await RunAsync(Options with { Destination = _folder.At("docs") }))[^1];
        Assert.Equal(ConversionStatus.Converted, product.Status);
        _folder.Write("docs/index.txt", "mine");
        File.Delete(_folder.At("docs", ".fastmd", "state"));

        Assert.Equal(DiagnosticCodes.OutputNotOurs, (await RunAsync(Options with { Destination = _folder.At("docs") }))[^1].Diagnostics[0].Code);
        Assert.Equal("mine", _folder.Read("docs/index.txt"));
    }

    private JobOptions Options => new()
    {
        BasePath = _folder.At("docs"),
        Destination = _folder.At("site"),
        Incremental = true,
        Target = _target,
        Reading = new() { Sources = SourceKinds.Default.With(new BundleSource()), Documents = new(["*.md", "*.bundle"], []) },
    };

    private void WriteBundle(string path, params (string Name, string Text)[] parts) => _folder.Write(path, BundleSource.Of(parts));

    private string[] Site() => [.. Directory.GetFiles(_folder.At("site")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private async Task<List<ConversionResult>> RunAsync(JobOptions? options = null)
    {
        using var job = new ConversionJob(options ?? Options);
        return await RunAsync(job);
    }

    private async Task<List<ConversionResult>> RunAsync(ConversionJob job)
    {
        var sources = new DocumentTree(_folder.At("docs"), Options.Reading.Documents, null, (path, failure) => throw failure).Documents().ToList();
        return await job.RunAsync(job.PlanAll(sources), cancellation: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<(string Path, string Reason)>> StaleAsync()
    {
        using var job = new ConversionJob(Options);
        await RunAsync(job);
        return [.. job.FindStale().Select(stale => (stale.Path, stale.Reason))];
    }
}
