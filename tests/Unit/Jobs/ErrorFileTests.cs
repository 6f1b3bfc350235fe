using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>Files that say why documents failed.</summary>
public sealed class ErrorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("js")]
    [InlineData("html")]
    public async Task It_says_what_is_wrong_and_where(string to)
    {
        _folder.Write("docs/a.mdx", "ä\n\nb <c>");

        var (results, notices) = await RunAsync(Options with { Target = to == "js" ? new JavaScriptTarget() : new HtmlTarget() });

        var error = JsonElement.Parse(_folder.Read("site/a.mdx.err.json"));
        var diagnostic = Assert.Single(Assert.Single(results).Diagnostics);
        Assert.Equal((diagnostic.Code, diagnostic.Message), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal((diagnostic.Line, diagnostic.Column), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.Equal(3, diagnostic.Line);
        Assert.Empty(notices);
    }

    [Fact]
    public async Task Markdown_that_fails_has_one_too_without_a_place_where_there_is_none()
    {
        _folder.Write("docs/a.md", "text that is too long");

        await RunAsync(Options with { MaximumDocumentBytes = 5 });

        var error = JsonElement.Parse(_folder.Read("site/a.md.err.json"));
        Assert.Equal(DiagnosticCodes.DocumentTooLarge, error.GetProperty("code").GetString());
        Assert.False(error.TryGetProperty("line", out _));
    }

    [Fact]
    public async Task Documents_that_claim_one_output_have_one_each()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/a.mdx", "a");

        await RunAsync(Options with { Target = new HtmlTarget() });

        Assert.Equal(["a.md.err.json", "a.mdx.err.json"], Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_over_what_is_still_wrong_fails_as_the_first_and_keeps_the_file(bool incremental)
    {
        _folder.Write("docs/a.mdx", "{");
        _folder.Write("docs/b.mdx", "b");
        var (first, _) = await RunAsync(Options with { Incremental = incremental });
        var text = _folder.Read("site/a.mdx.err.json");

        var (second, _) = await RunAsync(Options with { Incremental = incremental }, prune: incremental);

        Assert.Equal(ConversionStatus.Failed, second[0].Status);
        Assert.Equal(first[0].Diagnostics, second[0].Diagnostics);
        Assert.Equal(text, _folder.Read("site/a.mdx.err.json"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task It_goes_when_its_document_is_mended(bool incremental, bool areWanted)
    {
        _folder.Write("docs/a.mdx", "{");
        await RunAsync(Options with { Incremental = incremental });
        _folder.Write("docs/a.mdx", "b");

        await RunAsync(Options with { Incremental = incremental, ErrorFiles = areWanted });

        Assert.Equal(["a.mdx.js"], Files());
    }

    [Fact]
    public async Task It_goes_when_the_document_is_as_it_was_before_it_broke()
    {
        _folder.Write("docs/a.mdx", "b");
        await RunAsync(Options with { Incremental = true });
        _folder.Write("docs/a.mdx", "{");
        await RunAsync(Options with { Incremental = true });
        _folder.Write("docs/a.mdx", "b");

        var (results, _) = await RunAsync(Options with { Incremental = true });

        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(results).Status);
        Assert.Equal(["a.mdx.js"], Files());
    }

    [Fact]
    public async Task A_run_that_keeps_none_leaves_none_that_may_be_out_of_date()
    {
        _folder.Write("docs/a.mdx", "{");
        await RunAsync(Options with { Incremental = true });

        await RunAsync(Options with { Incremental = true, ErrorFiles = false });

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_of_that_name_that_no_run_wrote_stays()
    {
        _folder.Write("docs/a.mdx", "b");
        _folder.Write("site/a.mdx.err.json", "mine");

        await RunAsync(Options with { Incremental = true, ErrorFiles = false }, prune: true);

        Assert.Equal("mine", _folder.Read("site/a.mdx.err.json"));
    }

    [Fact]
    public async Task Pruning_removes_it_when_its_document_is_gone()
    {
        _folder.Write("docs/a.mdx", "{");
        _folder.Write("docs/b.mdx", "b");
        await RunAsync(Options with { Incremental = true });
        File.Delete(_folder.At("docs", "a.mdx"));

        await RunAsync(Options with { Incremental = true }, prune: true);

        Assert.Equal(["b.mdx.js"], Files());
    }

    [Fact]
    public async Task One_that_cannot_be_written_is_an_error_of_its_document_that_names_the_file()
    {
        _folder.Write("docs/a.mdx", "{");
        _folder.Write("docs/b.mdx", "b");
        Directory.CreateDirectory(_folder.At("site", "a.mdx.err.json", "in the way"));

        var (results, notices) = await RunAsync(Options);

        Assert.Equal([ConversionStatus.Failed, ConversionStatus.Converted], results.Select(result => result.Status));
        var notice = Assert.Single(notices);
        Assert.Equal((_folder.At("docs", "a.mdx"), DiagnosticSeverity.Error), (notice.Path, notice.Diagnostic.Severity));
        Assert.Equal(DiagnosticCodes.OutputUnwritable, notice.Diagnostic.Code);
        Assert.Contains(_folder.At("site", "a.mdx.err.json"), notice.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_read_only_is_replaced_only_by_force()
    {
        _folder.Write("docs/a.mdx", "{");
        _folder.Write("site/a.mdx.err.json", "mine");
        File.SetAttributes(_folder.At("site", "a.mdx.err.json"), FileAttributes.ReadOnly);

        var (_, notices) = await RunAsync(Options);
        Assert.Equal(DiagnosticCodes.OutputReadOnly, Assert.Single(notices).Diagnostic.Code);
        Assert.Equal("mine", _folder.Read("site/a.mdx.err.json"));

        Assert.Empty((await RunAsync(Options with { OverwriteReadOnly = true })).Notices);
        Assert.NotEqual("mine", _folder.Read("site/a.mdx.err.json"));
    }

    [Fact]
    public async Task A_document_that_was_cancelled_says_nothing_new()
    {
        _folder.Write("docs/a.mdx", "{");
        await RunAsync(Options);
        _folder.Write("docs/a.mdx", "b");
        using var job = new ConversionJob(Options);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in job.RunAsync(job.PlanAll(Sources()), cancellation: cancellation.Token))
            {
            }
        });

        Assert.Equal(["a.mdx.err.json"], Files());
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.At("site")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private IReadOnlyList<DocumentSource> Sources()
        => [.. new DocumentTree(_folder.At("docs"), new(["*.md", "*.mdx"], []), leftOut: null, static (_, failure) => throw failure).Documents()];

    private JobOptions Options => new()
    {
        Destination = _folder.At("site"),
        BasePath = _folder.At("docs"),
        Target = new JavaScriptTarget(),
        ErrorFiles = true,
    };

    private async Task<(IReadOnlyList<ConversionResult> Results, IReadOnlyList<JobNotice> Notices)> RunAsync(JobOptions options, bool prune = false)
    {
        using var job = new ConversionJob(options);
        var results = new List<ConversionResult>();
        await foreach (var result in job.RunAsync(job.PlanAll(Sources()), cancellation: TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        foreach (var stale in prune ? job.FindStale() : [])
        {
            Assert.Null(job.Remove(stale));
        }

        var notices = new List<JobNotice>();
        while (job.TryTakeNotice(out var notice))
        {
            notices.Add(notice);
        }

        return (results, notices);
    }
}
