using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>The records of a run, as a door takes them.</summary>
public sealed class JobSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_come_in_order_what_was_found_at_the_end_after_them_and_the_summary_last()
    {
        _folder.Write("docs/a.md", "[b](b.md#gone)");
        _folder.Write("docs/b.md", "b");

        var records = await StreamAsync(Options, new());

        Assert.Equal([0, 1], records.OfType<ResultRecord>().Select(record => (int)record.Result.Index));
        var notice = Assert.Single(records.OfType<NoticeRecord>());
        Assert.Equal(DiagnosticCodes.DeadAnchor, notice.Notice.Diagnostic.Code);
        Assert.True(records.IndexOf(notice) > records.FindLastIndex(record => record is ResultRecord));
        var summary = Assert.IsType<SummaryRecord>(records[^1]);
        Assert.Equal((2, false, false), ((int)summary.Progress.Completed, summary.IsCancelled, summary.HasFailed));
    }

    [Fact]
    public async Task One_bad_document_fails_the_summary()
    {
        _folder.Write("docs/a.md", "a document that is too long");
        _folder.Write("docs/b.md", "b");

        var summary = Assert.IsType<SummaryRecord>((await StreamAsync(Options with { MaximumDocumentBytes = 5 }, new()))[^1]);

        Assert.True(summary.HasFailed);
    }

    [Fact]
    public async Task A_cancelled_run_has_a_summary_that_says_so_and_then_throws()
    {
        _folder.Write("docs/a.md", "a");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        using var job = new ConversionJob(Options);
        var records = new List<JobRecord>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in job.StreamAsync(job.PlanAll(Sources()), new() { Prune = true }, cancellation.Token))
            {
                records.Add(record);
            }
        });

        Assert.True(Assert.IsType<SummaryRecord>(records[^1]).IsCancelled);
        Assert.False(_folder.Has("site/a.html"));
    }

    [Fact]
    public void A_run_is_cancelled_even_if_what_feeds_it_stops_before_it_hears_of_it()
    {
        using var cancellation = new CancellationTokenSource();
        using var job = new ConversionJob(Options);
        using var session = job.Open(new(), cancellation.Token);
        SummaryRecord? summary = null;

        // What was registered last is called first.
        using var feeder = cancellation.Token.Register(() =>
        {
            session.CompleteAdding();
            while (session.TryTake(out var record))
            {
                summary = record as SummaryRecord;
            }
        });
        cancellation.Cancel();

        Assert.True(summary!.IsCancelled);
    }

    [Fact]
    public async Task A_stale_output_is_removed_only_where_it_may_be()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/b.md", "b");
        _folder.Write("docs/c.md", "c");
        await StreamAsync(Options, new());
        File.Delete(_folder.At("docs", "a.md"));
        File.Delete(_folder.At("docs", "b.md"));

        var records = await StreamAsync(Options, new() { Prune = true, MayRemove = stale => stale.Path.EndsWith("a.html", StringComparison.Ordinal) });

        Assert.Equal([_folder.At("site", "a.html")], records.OfType<RemovedRecord>().Select(record => record.Output.Path));
        Assert.True(_folder.Has("site/b.html"));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_a_record_and_fails_the_summary()
    {
        _folder.Write("docs/a.md", "a");
        var path = Directory.CreateDirectory(_folder.At("report.json")).FullName;

        var records = await StreamAsync(Options, new() { ReportFile = path });

        Assert.Equal(path, Assert.Single(records.OfType<ReportFailedRecord>()).Path);
        Assert.True(Assert.IsType<SummaryRecord>(records[^1]).HasFailed);
    }

    [Fact]
    public void One_thread_may_feed_and_drain_with_fewer_slots_than_documents()
    {
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"docs/{i:00}.md", "a");
        }

        using var job = new ConversionJob(Options with { Batch = new() { Workers = 2, ResultSlots = 2 } });
        using var session = job.Open(cancellation: TestContext.Current.CancellationToken);
        var results = new List<long>();
        foreach (var document in job.PlanAll(Sources()))
        {
            while (!session.TryAdmit(document))
            {
                Drain(session, results);
                session.Wait(TimeSpan.FromSeconds(1));
            }
        }

        session.CompleteAdding();
        while (!session.IsCompleted)
        {
            Drain(session, results);
            session.Wait(TimeSpan.FromMilliseconds(session.IsCompleted ? 0 : 100));
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(index => (long)index), results);
    }

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, JobRefusal.PruneWithoutState)]
    [InlineData(false, true, JobRefusal.PruneWithoutState)]
    public void Stale_outputs_are_known_by_the_state_of_a_destination_only(bool incremental, bool hasDestination, JobRefusal? refusal)
        => Assert.Equal(
            refusal, new JobRequest { Prune = true }.RefusalFor(Options with { Incremental = incremental, Destination = hasDestination ? _folder.At("site") : null }));

    [Fact]
    public void What_cannot_be_done_is_refused_beforehand()
    {
        Assert.Equal(JobRefusal.ErrorFilesWithoutDestination, new JobRequest().RefusalFor(Options with { ErrorFiles = true, Destination = null }));
        Assert.Equal(JobRefusal.UnknownReportForm, new JobRequest { ReportFile = "/r.txt" }.RefusalFor(Options));
        Assert.Null(new JobRequest { ReportFile = "/r.html" }.RefusalFor(Options with { ErrorFiles = true }));
    }

    private JobOptions Options => new()
    {
        BasePath = _folder.At("docs"),
        Destination = _folder.At("site"),
        Incremental = true,
        Links = new() { Assets = AssetHandling.Copy },
    };

    private static void Drain(JobSession session, List<long> results)
    {
        while (session.TryTake(out var record))
        {
            if (record is ResultRecord { Result: var result })
            {
                results.Add(result.Index);
            }
        }
    }

    private List<DocumentSource> Sources()
        => [.. new DocumentTree(_folder.At("docs"), DocumentFilter.Default, null, (path, failure) => throw failure).Documents()];

    private async Task<List<JobRecord>> StreamAsync(JobOptions options, JobRequest request)
    {
        using var job = new ConversionJob(options);
        return await job.StreamAsync(job.PlanAll(Sources()), request, TestContext.Current.CancellationToken)
            .Where(record => record is not ProgressRecord).ToListAsync(TestContext.Current.CancellationToken);
    }
}
