using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Batching;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Sharing;

/// <summary>Jobs that share a destination. Here they are in one process; locks are by handle, so they exclude each other as processes do.</summary>
public sealed class SharedJobTests : IDisposable
{
    private readonly TemporaryFolder _tree = new();
    private readonly TemporaryFolder _output = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _tree.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData("html", 3)]
    [InlineData("js", 2)]
    [InlineData("markdown", 4)]
    [InlineData("context", 3)]
    public async Task Together_they_write_what_one_run_writes_and_each_document_is_one_jobs(string target, int jobs)
    {
        RandomTree.Write(_tree, seed: 21, maximumDocuments: 120);
        _tree.Write("picture.md", "---\ntitle: Picture\n---\n\n![i](i.png) [there](page0.md#nowhere) [gone](gone.md)\n");
        _tree.Write("i.png", "not really");
        _tree.Write("bad.md", [0x41, 0xC3, 0x28]);
        using var whole = new TemporaryFolder();
        var alone = await StreamAsync(Options(target, whole, isConcurrent: false));

        var together = await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => Task.Run(() => StreamAsync(Options(target, _output)))));

        var documents = together.SelectMany(static records => Documents(records)).ToList();
        Assert.Equal(Documents(alone).Select(Told).Order(), documents.Select(Told).Order());
        Assert.Equal(whole.Files(), _output.Files());
        Assert.All(whole.Files(), file => Assert.Equal(File.ReadAllBytes(whole.At(file)), File.ReadAllBytes(_output.At(file))));
        Assert.Equal(
            Notices(alone).Order(),
            together.Select(static records => Notices(records).ToList()).MaxBy(static notices => notices.Count)!.Where(static notice => !notice.Contains("bad.md", StringComparison.Ordinal)).Order());
        var status = JobManifest.Read(_output.Path)!;
        Assert.True(status.Progress is { IsOver: true, Failed: 1, Workers: 0 } && status.Progress.Completed == documents.Count - 1);
        Assert.Empty(Directory.GetFiles(_output.At(".fastmd", "workers")));
    }

    [Fact]
    public async Task A_run_of_one_afterwards_finds_everything_unchanged()
    {
        RandomTree.Write(_tree, seed: 4);
        await Task.WhenAll(Task.Run(() => StreamAsync(Options("html", _output))), Task.Run(() => StreamAsync(Options("html", _output))));

        var plain = await StreamAsync(Options("html", _output, isConcurrent: false));

        Assert.All(Documents(plain), static result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
    }

    [Fact]
    public async Task The_same_job_again_looks_at_everything_and_converts_what_changed_or_is_gone()
    {
        _tree.Write("a.md", "# A\n");
        _tree.Write("b.md", "# B\n");
        _tree.Write("c.md", "# C\n");
        await StreamAsync(Options("html", _output));
        _tree.Write("a.md", "# A, changed\n");
        File.Delete(_output.At("b.html"));

        var again = Documents(await StreamAsync(Options("html", _output)));

        Assert.Equal(
            [("a.md", ConversionStatus.Converted), ("b.md", ConversionStatus.Converted), ("c.md", ConversionStatus.Unchanged)],
            again.Select(static result => (Path.GetFileName(result.SourcePath), result.Status)).Order());
    }

    [Fact]
    public async Task A_document_that_failed_fails_the_next_run_too_until_it_is_mended()
    {
        _tree.Write("a.md", "# A\n");
        _tree.Write("bad.md", [0x41, 0xC3, 0x28]);
        Assert.True((await StreamAsync(Options("html", _output))).OfType<SummaryRecord>().Single().HasFailed);

        var again = await StreamAsync(Options("html", _output));
        Assert.True(again.OfType<SummaryRecord>().Single().HasFailed);
        Assert.Contains(Notices(again), static notice => notice.Contains("bad.md", StringComparison.Ordinal));
        Assert.DoesNotContain(Documents(again), static result => result.SourcePath.EndsWith("bad.md", StringComparison.Ordinal));

        _tree.Write("bad.md", "# Good\n");
        Assert.False((await StreamAsync(Options("html", _output))).OfType<SummaryRecord>().Single().HasFailed);
    }

    [Fact]
    public async Task What_has_no_source_any_more_is_removed_where_that_is_wanted()
    {
        _tree.Write("a.md", "# A\n");
        _tree.Write("b.md", "# B\n");
        await StreamAsync(Options("html", _output));
        File.Delete(_tree.At("b.md"));

        var records = await StreamAsync(Options("html", _output), new() { Prune = true });

        Assert.Single(records.OfType<RemovedRecord>());
        Assert.Equal(["a.html"], _output.Files());
        Assert.Equal(1, JobManifest.Read(_output.Path)!.Progress.Total);
    }

    [Fact]
    public async Task A_run_that_does_not_share_waits_for_none_and_is_refused()
    {
        _tree.Write("a.md", "# A\n");
        using var sharing = new ConversionJob(Options("html", _output));
        sharing.PlanAll(FaultyWorkers.Sources(_tree));

        using var plain = new ConversionJob(Options("html", _output, isConcurrent: false));
        Assert.Throws<DestinationInUseException>(() => plain.PlanAll(FaultyWorkers.Sources(_tree)));

        sharing.Dispose();
        Assert.NotEmpty(await StreamAsync(Options("html", _output, isConcurrent: false)));
    }

    [Fact]
    public void A_run_that_shares_is_refused_where_one_is_that_does_not()
    {
        _tree.Write("a.md", "# A\n");
        using var plain = new ConversionJob(Options("html", _output, isConcurrent: false));
        plain.PlanAll(FaultyWorkers.Sources(_tree));

        using var sharing = new ConversionJob(Options("html", _output));
        Assert.Throws<DestinationInUseException>(() => sharing.PlanAll(FaultyWorkers.Sources(_tree)));
    }

    [Fact]
    public void Other_options_are_refused_while_a_job_is_in_progress()
    {
        _tree.Write("a.md", "# A\n");
        using var first = new ConversionJob(Options("html", _output));
        first.PlanAll(FaultyWorkers.Sources(_tree));

        using var second = new ConversionJob(Options("js", _output));

        Assert.Throws<SharedJobException>(() => second.PlanAll(FaultyWorkers.Sources(_tree)));
    }

    [Fact]
    public async Task A_job_that_is_cancelled_leaves_what_it_did_not_do_to_the_others()
    {
        for (var i = 0; i < 50; i++)
        {
            _tree.Write($"{i}.md", $"# {i}\n");
        }

        using var cancelled = new ConversionJob(Options("html", _output));
        var planned = cancelled.PlanAll(FaultyWorkers.Sources(_tree));
        using (var session = cancelled.Open(cancellation: Cancellation))
        {
            Assert.True(session.TryClaim(out var first, out _, out _));
            Assert.True(session.TryAdmit(first));
            session.Cancel();
        }

        var other = Task.Run(() => StreamAsync(Options("html", _output)), Cancellation);
        cancelled.Dispose();

        Assert.InRange(Documents(await other).Count(), planned.Count - 1, planned.Count);
        Assert.Equal(50, _output.Files().Length);
    }

    [Fact]
    public async Task Hostile_documents_fail_alone_in_worker_processes_and_the_job_says_what_happened_to_each()
    {
        using var workers = new FaultyWorkers();
        _tree.Write("bomb.md", string.Concat(Enumerable.Repeat("> ", 5000)));
        _tree.Write("overflow.md", "fault:overflow\n");
        _tree.Write("endless.md", "fault:endless\n");
        for (var i = 0; i < 20; i++)
        {
            _tree.Write($"{i}.md", $"# {i}\n");
        }

        var options = workers.Options(_tree, _output, ("timeoutSeconds", "2"));
        var results = Documents(await StreamAsync(options with { Sharing = options.Sharing with { IsConcurrent = true } })).ToList();

        Assert.Equal(
            [("bomb.md", ConversionStatus.Failed, DiagnosticCodes.NestingTooDeep), ("endless.md", ConversionStatus.TimedOut, DiagnosticCodes.TimedOut), ("overflow.md", ConversionStatus.Failed, DiagnosticCodes.WorkerDied)],
            results.Where(static result => !result.IsDone).Select(static result => (Path.GetFileName(result.SourcePath), result.Status, result.Diagnostics[^1].Code)).Order());
        Assert.Equal(20, results.Count(static result => result.Status == ConversionStatus.Converted));
        var status = JobManifest.Read(_output.Path)!;
        Assert.True(status.Progress is { IsOver: true, Completed: 20, Failed: 3 });
        Assert.All(status.Items.Where(static item => item.Status == ItemStatus.Failed), static item => Assert.NotNull(item.Error));
    }

    [Fact]
    public async Task Progress_counts_what_others_do()
    {
        for (var i = 0; i < 40; i++)
        {
            _tree.Write($"{i}.md", $"# {i}\n");
        }

        using var idle = new ConversionJob(Options("html", _output));
        idle.PlanAll(FaultyWorkers.Sources(_tree));
        var working = Task.Run(() => StreamAsync(Options("html", _output)), Cancellation);
        using var session = idle.Open(cancellation: Cancellation);
        for (var isOver = false; !isOver;)
        {
            // Others get all there is, but for what this job is given first.
            if (session.TryClaim(out var document, out isOver, out var pause))
            {
                session.TryAdmit(document);
            }

            session.Wait(pause);
        }

        var progress = idle.Progress;
        Assert.Equal(40, progress.Total);
        Assert.Equal(40, progress.Completed + progress.Elsewhere);
        Assert.Equal(1, progress.Fraction);

        // It may have been given the end, which it leaves to the other.
        session.Dispose();
        idle.Dispose();
        await working;
    }

    private static IEnumerable<ConversionResult> Documents(IEnumerable<JobRecord> records)
        => records.OfType<ResultRecord>().Select(static record => record.Result).Where(static result => result.Kind is OutputKind.Document or OutputKind.Part);

    private static IEnumerable<string> Notices(IEnumerable<JobRecord> records)
        => records.OfType<NoticeRecord>().Select(static record => $"{record.Notice.Path}: {record.Notice.Diagnostic.Code} {record.Notice.Diagnostic.Message}");

    private static string Told(ConversionResult result) => $"{result.SourcePath} {result.Status} {result.OutputBytes}";

    private JobOptions Options(string target, TemporaryFolder output, bool isConcurrent = true)
    {
        var options = JobOptions.From(FaultyWorkers.Settings(_tree, ("to", target), ("assets", "copy"), ("strictEncoding", "true")), _tree.Path, output.Path, force: false);
        return options with { Sharing = options.Sharing with { IsConcurrent = isConcurrent } };
    }

    private async Task<List<JobRecord>> StreamAsync(JobOptions options, JobRequest? request = null)
    {
        using var job = new ConversionJob(options);
        var records = new List<JobRecord>();
        await foreach (var record in job.StreamAsync(job.PlanAll(FaultyWorkers.Sources(_tree)), request, Cancellation))
        {
            records.Add(record);
        }

        return records;
    }
}
