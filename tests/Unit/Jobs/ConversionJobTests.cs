using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>Jobs on real trees, from the search to the files.</summary>
public sealed class ConversionJobTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tree_becomes_a_tree_in_input_order_with_links_that_lead_on()
    {
        _folder.Write("docs/index.md", "---\ntitle: Home\n---\n[guide](deep/guide.md#x) [gone](gone.md)");
        _folder.Write("docs/deep/guide.md", "# Guide");
        _folder.Write("docs/empty.md", "");

        var results = await RunAsync();

        Assert.Equal(["empty.md", "index.md", "guide.md"], results.Select(result => Path.GetFileName(result.SourcePath)));
        Assert.Equal([0L, 1L, 2L], results.Select(result => result.Index));
        Assert.All(results, result => Assert.Equal((ConversionStatus.Converted, null), (result.Status, result.Content)));
        Assert.Equal([null, "Home", "Guide"], results.Select(result => result.Title));
        Assert.Equal("""<p><a href="deep/guide.html#x">guide</a> <a href="gone.md">gone</a></p>""", _folder.Read("site/index.html").TrimEnd());
        Assert.Equal("", _folder.Read("site/empty.html"));
    }

    [Fact]
    public async Task Documents_whose_links_are_checked_leave_nothing_behind_but_what_there_is_to_say()
    {
        _folder.Write("docs/a.md", "[b](b.md#x) [c](c.md)");
        _folder.Write("docs/b.md", "# B");
        using var job = new ConversionJob(Options() with { ChecksLinks = true, Incremental = true });

        var results = await job.RunAsync(job.PlanAll(Sources()), cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.Equal((ConversionStatus.Converted, null, null), (result.Status, result.Content, result.OutputPath)));
        Assert.Equal([2, 0], results.Select(result => result.Links!.Checked));
        var dead = Assert.Single(results[0].Diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, DiagnosticCodes.DeadLink), (dead.Severity, dead.Code));
        Assert.True(job.TryTakeNotice(out var notice));
        Assert.Equal((_folder.At("docs", "a.md"), DiagnosticSeverity.Error, DiagnosticCodes.DeadAnchor), (notice.Path, notice.Diagnostic.Severity, notice.Diagnostic.Code));
        Assert.False(job.TryTakeNotice(out _));
        Assert.Equal(["docs/a.md", "docs/b.md"], _folder.Files());
    }

    [Fact]
    public async Task Every_document_has_one_result_whatever_happens_to_the_others()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/bad.md", [0xFF]);
        _folder.Write("docs/bomb.md", "---\na: " + new string('[', 60_000) + "\n---\n");
        _folder.Write("docs/gone.md", "x");
        _folder.Write("docs/twice.md", "x");
        _folder.Write("docs/twice.markdown", "x");
        var job = new ConversionJob(Options() with { Reading = new() { StrictEncoding = true } });
        var planned = job.PlanAll(Sources());
        File.Delete(_folder.At("docs", "gone.md"));

        var results = await job.RunAsync(planned, cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [null, DiagnosticCodes.InvalidBytes, DiagnosticCodes.FrontMatterRefused, DiagnosticCodes.SourceNotFound, DiagnosticCodes.OutputClaimedTwice, DiagnosticCodes.OutputClaimedTwice],
            results.Select(result => result.Diagnostics.SingleOrDefault()?.Code));
        Assert.Equal((6L, 5L, 6L), (job.Progress.Completed, job.Progress.Failed, job.Progress.Total));
        Assert.Equal(["site/a.html"], _folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dead_links_and_places_that_repeat_are_counted_in_a_tree()
    {
        _folder.Write("docs/a.md", string.Concat(Enumerable.Repeat("[x](gone.md) [y](#gone)\n\n", 30)));
        using var job = new ConversionJob(Options());

        var results = await job.RunAsync(job.PlanAll(Sources()), cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(10, results[0].Diagnostics.Count);
        Assert.EndsWith("And 20 more like it in this document.", results[0].Diagnostics[^1].Message, StringComparison.Ordinal);
        var notices = new List<string>();
        while (job.TryTakeNotice(out var notice))
        {
            notices.Add(notice.Diagnostic.Message);
        }

        Assert.Equal(10, notices.Count);
        Assert.EndsWith("And 20 more like it in this document.", notices[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_survives_the_failure_of_its_document()
    {
        _folder.Write("site/a.html", "old");
        _folder.Write("docs/a.md", [0xFF]);

        await RunAsync(Options() with { Reading = new() { StrictEncoding = true } });

        Assert.Equal("old", _folder.Read("site/a.html"));
    }

    [Fact]
    public async Task A_destination_that_cannot_be_written_fails_every_document_by_name()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/b.md", "b");
        _folder.Write("site", "a file");

        var results = await RunAsync();

        Assert.Equal(
            [DiagnosticCodes.OutputUnwritable, DiagnosticCodes.OutputUnwritable], results.Select(result => result.Diagnostics.Single().Code));
    }

    [Fact]
    public async Task A_disk_that_fills_up_costs_what_does_not_fit_and_leaves_nothing_half_written()
    {
        using var disk = new SmallDisk("size=64k");
        _folder.Write("docs/a.md", "small");
        _folder.Write("docs/b.md", new string('x', 256 * 1024));

        // One after the other: while a large file fills the disk, a small one beside it does not fit either.
        var results = await RunAsync(Options() with { Destination = disk.Path, Batch = new() { Parallel = false } });

        Assert.Equal([ConversionStatus.Converted, ConversionStatus.Failed], results.Select(result => result.Status));
        Assert.Equal(DiagnosticCodes.DiskFull, results[1].Diagnostics.Single().Code);
        Assert.Equal([Path.Combine(disk.Path, "a.html")], Directory.GetFiles(disk.Path));
    }

    [Fact]
    public async Task A_second_run_writes_the_same_bytes()
    {
        for (var i = 0; i < 50; i++)
        {
            _folder.Write($"docs/{i % 5}/{i}.md", $"# {i}\n\n[x](../{(i + 1) % 5}/{i + 1}.md)");
        }

        await RunAsync();
        var first = Outputs();
        await RunAsync(Options() with { Batch = new() { Workers = 7, Ordered = false } });

        Assert.Equal(50, first.Count);
        Assert.Equal(first, Outputs());
    }

    [Fact]
    public async Task Progress_at_the_end_is_everything()
    {
        _folder.Write("docs/a.md", "aaaa");
        _folder.Write("docs/b.md", "bb");
        var reports = new Reports();
        var job = new ConversionJob(Options());

        await foreach (var result in job.RunAsync(job.PlanAll(Sources()), reports, TestContext.Current.CancellationToken))
        {
            Assert.Equal(ConversionStatus.Converted, result.Status);
        }

        var last = reports.Last!;
        Assert.Equal((2L, 0L, 2L, 6L, 1.0), (last.Completed, last.Failed, last.Total, last.InputBytes, last.Fraction));
        Assert.Equal(TimeSpan.Zero, last.TimeLeft);
    }

    [Fact]
    public async Task Progress_counts_nothing_that_a_cancelled_job_never_came_to()
    {
        for (var i = 0; i < 50; i++)
        {
            _folder.Write($"docs/{i}.md", "text");
        }

        using var cancellation = new CancellationTokenSource();
        using var job = new ConversionJob(Options());
        var done = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in job.RunAsync(job.PlanAll(Sources()), cancellation: cancellation.Token))
            {
                done += result.Status == ConversionStatus.Converted ? 1 : 0;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(done, job.Progress.Completed);
    }

    [Fact]
    public async Task A_job_of_no_documents_ends_at_once()
        => Assert.Empty(await RunAsync());

    [Fact]
    public void The_settings_decide_how_a_job_runs()
    {
        var settings = new SettingsResolver(
            name => name switch
            {
                "FASTMD_WORKERS" => "3",
                "FASTMD_TIMEOUT_SECONDS" => "1.5",
                "FASTMD_MEMORY_LIMIT_MB" => "2048",
                "FASTMD_MAX_DOCUMENT_MB" => "1024",
                "FASTMD_EXCLUDE" => "drafts",
                "FASTMD_PARALLEL" => "false",
                _ => null,
            },
            null);

        var options = JobOptions.From(settings, "/base", "/site", force: true);

        Assert.Equal(("/base", "/site", true), (options.BasePath, options.Destination, options.OverwriteReadOnly));
        Assert.Equal((3, false, TimeSpan.FromSeconds(1.5)), (options.Batch.Workers, options.Batch.Parallel, options.Batch.TimeLimit));
        Assert.Equal((2L << 30, 1L << 30), (options.Batch.WorkingBytes, options.MaximumDocumentBytes));
        Assert.False(options.Reading.Documents.Reaches("drafts/a.md"));
    }

    [Fact]
    public async Task The_time_a_job_tells_is_that_of_its_run()
    {
        _folder.Write("docs/a.md", "a");
        var time = new FakeTimeProvider();
        var job = new ConversionJob(Options(), time);
        var documents = job.PlanAll(Sources());
        time.Advance(TimeSpan.FromSeconds(3));

        await job.RunAsync(documents, cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(TimeSpan.FromSeconds(3), job.Progress.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(3), job.Report().Elapsed);
    }

    [Fact]
    public async Task A_report_put_together_later_knows_nothing_of_what_came_after()
    {
        _folder.Write("docs/a.md", "a");
        using var job = new ConversionJob(Options());
        await job.RunAsync(job.PlanAll(Sources()), cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
        var atOnce = job.Report();
        var later = job.LaterReport();

        await RunAsync();

        Assert.Equal((atOnce.Elapsed, atOnce.Documents), (later.Value.Elapsed, later.Value.Documents));

        // The other caches belong to the process, and other tests use them meanwhile.
        Assert.Equal(
            atOnce.Caches.Single(cache => cache.Name == "Link targets"),
            later.Value.Caches.Single(cache => cache.Name == "Link targets"));
    }

    private JobOptions Options() => new() { BasePath = _folder.At("docs"), Destination = _folder.At("site") };

    private DocumentSource[] Sources()
        => Directory.Exists(_folder.At("docs"))
            ? [.. new DocumentTree(_folder.At("docs"), DocumentFilter.Default, _folder.At("site"), (folder, _) => Assert.Fail(folder)).Documents()]
            : [];

    private async Task<ConversionResult[]> RunAsync(JobOptions? options = null)
    {
        var job = new ConversionJob(options ?? Options());
        return await job.RunAsync(job.PlanAll(Sources()), cancellation: TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
    }

    private Dictionary<string, string> Outputs()
        => _folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal)).ToDictionary(file => file, _folder.Read);

    private sealed class Reports : IProgress<BatchProgress>
    {
        public BatchProgress? Last { get; private set; }

        public void Report(BatchProgress value) => Last = value;
    }
}
