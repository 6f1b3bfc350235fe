using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Reports;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Live;

/// <summary>A job as those see it who watch it, from inside its process and from outside.</summary>
public sealed class JobWatchersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    private JobOptions Options => new() { BasePath = _folder.At("docs"), Destination = _folder.At("site"), Incremental = true };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_that_lasts_tells_what_it_is_at_and_in_the_end_what_it_came_to()
    {
        Write(3);
        using var gate = new Gate();
        using var job = new ConversionJob(Options, new HeldProcessor(gate), _time);
        var running = RunAsync(job, TestContext.Current.CancellationToken);
        gate.WaitForOne();

        _time.Advance(TimeSpan.FromSeconds(1));
        var during = FromOutside(_time)!;
        gate.Open();
        await running;
        var after = FromOutside(_time)!;

        Assert.Equal((LiveState.Running, 3L), (during.State, during.Total));
        Assert.Contains(during.Processes[0].Workers, worker => worker.Document is not null);
        Assert.Equal((LiveState.Over, 3L, 3L), (after.State, after.Completed, after.Report.Documents.Total));
        Assert.Equal($"{_folder.At("docs")} to html in {_folder.At("site")}", after.Name);
    }

    [Fact]
    public async Task A_job_that_is_over_at_once_tells_nothing_and_what_an_earlier_one_told_goes()
    {
        Write(2);
        await RunAsync(Options with { IsWatched = true });
        Assert.Equal(2, FromOutside()!.Completed);

        await RunAsync(Options);

        Assert.Null(FromOutside());
    }

    [Fact]
    public async Task A_job_that_is_watched_keeps_what_it_came_to_however_short_it_is()
    {
        Write(2);

        await RunAsync(Options with { IsWatched = true });
        await RunAsync(Options with { IsWatched = true });

        Assert.Equal((LiveState.Over, 2L), (FromOutside()!.State, FromOutside()!.Report.Documents.Unchanged));
        Assert.Single(Directory.GetFiles(_folder.At("site/.fastmd/live")));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task A_job_that_keeps_no_state_writes_nothing_for_those_outside(bool isDry, bool keepsNone, bool checks)
    {
        Write(2);
        var options = Options with { IsWatched = true, DryRun = isDry, Incremental = !keepsNone, ChecksLinks = checks, Destination = checks ? null : Options.Destination };

        using var job = new ConversionJob(options);
        await RunAsync(job, TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(_folder.At("site/.fastmd")));
        Assert.Equal(2, job.Live.Read()!.Completed);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_says_so()
    {
        Write(2);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        using var job = new ConversionJob(Options with { IsWatched = true });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(job, cancellation.Token));

        Assert.Equal(LiveState.Cancelled, job.Live.Read()!.State);
        Assert.Equal(LiveState.Cancelled, FromOutside()!.State);
    }

    [Fact]
    public void A_job_whose_records_nobody_takes_to_the_end_is_cancelled_for_those_who_watch()
    {
        Write(2);
        var job = new ConversionJob(Options with { IsWatched = true });
        using (job.Open(cancellation: TestContext.Current.CancellationToken))
        {
        }

        job.Dispose();

        Assert.Equal(LiveState.Cancelled, job.Live.Read()!.State);
    }

    [Fact]
    public async Task Whoever_watches_after_the_end_sees_what_it_came_to()
    {
        Write(2);
        ILiveSource live;
        using (var job = new ConversionJob(Options))
        {
            live = job.Live;
            await RunAsync(job, TestContext.Current.CancellationToken);
        }

        Assert.Equal((LiveState.Over, 2L), (live.Read()!.State, live.Read()!.Completed));
    }

    private LiveReport? FromOutside(TimeProvider? time = null) => new WatchedJob(new LiveFolder(_folder.At("site")).Read, time ?? TimeProvider.System).Read();

    private void Write(int documents)
    {
        for (var i = 0; i < documents; i++)
        {
            _folder.Write($"docs/{i}.md", "text");
        }
    }

    private async Task RunAsync(JobOptions options)
    {
        using var job = new ConversionJob(options);
        await RunAsync(job, TestContext.Current.CancellationToken);
    }

    private async Task RunAsync(ConversionJob job, CancellationToken cancellation)
    {
        var sources = new DocumentTree(_folder.At("docs"), DocumentFilter.Default, null, (_, why) => throw why).Documents();
        await foreach (var _ in job.StreamAsync(job.PlanAll([.. sources]), cancellation: cancellation))
        {
        }
    }

    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _isOpen = new();
        private readonly ManualResetEventSlim _hasOne = new();

        public void Pass()
        {
            _hasOne.Set();
            _isOpen.Wait();
        }

        public void WaitForOne() => _hasOne.Wait();

        public void Open() => _isOpen.Set();

        public void Dispose()
        {
            _isOpen.Dispose();
            _hasOne.Dispose();
        }
    }

    private sealed class HeldProcessor(Gate gate) : IDocumentProcessor
    {
        public ConversionResult Process(PlannedDocument document, Attempt attempt)
        {
            gate.Pass();
            return SampleBatch.Converted(document.Index, path: document.Source.Name);
        }

        public ConversionResult Settle(PlannedDocument document) => ConversionResult.Refused(document);
    }
}
