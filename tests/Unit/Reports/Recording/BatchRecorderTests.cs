using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Reports.Recording;

public sealed class BatchRecorderTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly BatchRecorder _recorder;

    public BatchRecorderTests() => _recorder = new(_time);

    [Fact]
    public void Documents_are_counted_by_what_became_of_them_and_only_converted_ones_make_speed()
    {
        for (var i = 0; i < 30; i++)
        {
            _recorder.Completed(SampleBatch.Converted(i, bytes: 1024 * 1024), SizeTier.Small);
        }

        _recorder.Completed(SampleBatch.Failed(30), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Failed(31) with { Status = ConversionStatus.TimedOut }, SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Failed(32) with { Status = ConversionStatus.Cancelled }, SizeTier.Tiny);
        _time.Advance(TimeSpan.FromSeconds(10));

        var report = Build();

        Assert.Equal(new DocumentCounts(30, 0, 1, 1, 1), report.Documents);
        Assert.Equal(33, report.Documents.Total);
        Assert.Equal(new Throughput(180, 3, 3), report.Throughput);
        Assert.Equal((30L << 20, 60L << 20), (report.InputBytes, report.OutputBytes));
        Assert.Equal((_time.Start, TimeSpan.FromSeconds(10)), (report.Started, report.Elapsed));
        Assert.Matches(@"^\d+\.\d+\.\d+", report.Version);
    }

    [Fact]
    public void The_time_of_a_batch_stops_at_its_end_whenever_the_report_is_made()
    {
        _recorder.Completed(SampleBatch.Converted(0), SizeTier.Tiny);
        _time.Advance(TimeSpan.FromSeconds(2));
        _recorder.End();
        _time.Advance(TimeSpan.FromSeconds(60));
        _recorder.End();

        var report = Build();

        Assert.Equal((TimeSpan.FromSeconds(2), 0.5), (report.Elapsed, report.Throughput.PagesPerSecond));
    }

    [Fact]
    public void A_document_that_never_got_to_a_worker_says_nothing_of_how_long_documents_take()
    {
        _recorder.Completed(SampleBatch.Converted(0, milliseconds: 100), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Failed(1) with { Attempts = 0, Duration = TimeSpan.Zero }, SizeTier.Tiny);

        var report = Build();

        Assert.Equal((1, 1), (report.Latency.Documents, report.QueueWait.Documents));
        Assert.Equal(TimeSpan.FromMilliseconds(100), report.Latency.P50);
        Assert.Equal(TimeSpan.FromMilliseconds(200), report.QueueWait.Maximum);
        Assert.Single(report.Slowest);
    }

    [Fact]
    public void Sizes_and_stages_add_up()
    {
        _recorder.Completed(SampleBatch.Converted(0, milliseconds: 10, bytes: 100), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Converted(1, milliseconds: 20, bytes: 200), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Converted(2, milliseconds: 70, bytes: 9000), SizeTier.Large);

        var report = Build();

        Assert.Equal(
            [
                new(SizeTier.Tiny, 2, 300, TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(20)),
                new TierSummary(SizeTier.Large, 1, 9000, TimeSpan.FromMilliseconds(70), TimeSpan.FromMilliseconds(70)),
            ],
            report.Tiers);
        Assert.Equal(TimeSpan.FromMilliseconds(100), report.Stages.Total);
        Assert.Equal(TimeSpan.FromMilliseconds(40), report.Stages.Parse);
    }

    [Fact]
    public void A_diagnostic_counts_once_a_document_for_the_rate_and_each_time_for_the_count()
    {
        _recorder.Completed(
            SampleBatch.Converted(0) with { Diagnostics = [Diagnostic.Warning("FM2002", "x"), Diagnostic.Warning("FM2002", "y")] }, SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Failed(1, Diagnostic.Error("FM1101", "x")), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Converted(2), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Converted(3), SizeTier.Tiny);

        Assert.Equal(
            [
                new("FM1101", DiagnosticSeverity.Error, 1, 1, 0.25),
                new DiagnosticCount("FM2002", DiagnosticSeverity.Warning, 2, 1, 0.25),
            ],
            Build().Diagnostics);
    }

    [Fact]
    public void Formats_are_told_apart_by_extension_whatever_its_case()
    {
        string[] paths = ["a.md", "b.MD", "folder.v2/README", "c.mdx", "d.$!?"];
        foreach (var path in paths)
        {
            _recorder.Completed(SampleBatch.Converted(path: path), SizeTier.Tiny);
        }

        _recorder.Completed(SampleBatch.Failed(9) with { SourcePath = "e.md" }, SizeTier.Tiny);

        Assert.Equal([new(".md", 3, 1), new("", 1, 0), new(".mdx", 1, 0), new FormatSummary("other", 1, 0)], Build().Formats);
        Assert.Equal(1 / 3.0, Build().Formats[0].FailureRate);
    }

    [Fact]
    public void Any_number_of_extensions_stays_a_short_list_that_counts_every_document()
    {
        for (var i = 0; i < 5000; i++)
        {
            _recorder.Completed(SampleBatch.Converted(i, path: $"page.x{i}"), SizeTier.Tiny);
        }

        var formats = Build().Formats;

        Assert.InRange(formats.Count, 2, 40);
        Assert.Equal(5000, formats.Sum(format => format.Documents));
    }

    [Fact]
    public void Retries_count_documents_and_tries()
    {
        _recorder.Completed(SampleBatch.Converted(0), SizeTier.Tiny);
        _recorder.Completed(SampleBatch.Converted(1) with { Attempts = 3 }, SizeTier.Tiny);

        Assert.Equal(new RetrySummary(1, 4), Build().Retries);
    }

    [Fact]
    public void The_slowest_twenty_are_kept_slowest_first()
    {
        foreach (var i in Shuffled(1000))
        {
            _recorder.Completed(SampleBatch.Converted(i, milliseconds: i), SizeTier.Tiny);
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"docs/page-{999 - i}.md"), Build().Slowest.Select(document => document.Path));
    }

    [Fact]
    public void The_first_failures_in_input_order_are_kept_whatever_order_they_come_in()
    {
        foreach (var i in Shuffled(1000))
        {
            _recorder.Completed(
                SampleBatch.Failed(i, Diagnostic.Warning("FM2002", "aside"), Diagnostic.Error("FM1101", $"reason {i}", i + 1, 2)), SizeTier.Tiny);
        }

        var failures = Build().Failures;

        Assert.Equal((1000, 800), (failures.Count, failures.LeftOut));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"docs/page-{i}.md"), failures.Items.Select(failure => failure.Path));
        Assert.Equal(new("docs/page-7.md", ConversionStatus.Failed, 8, 2, "FM1101", "reason 7"), failures.Items[7]);
    }

    [Fact]
    public void Of_very_many_scaling_decisions_and_alerts_the_first_and_the_last_are_kept()
    {
        for (var i = 0; i < 5000; i++)
        {
            _recorder.Scaled(new(TimeSpan.FromSeconds(i), 2, 1, ScalingReason.MemoryPressure, $"{i}"));
            _recorder.Alerted("memory", $"{i}", TimeSpan.FromSeconds(i));
        }

        var report = Build();

        Assert.Equal((5000, 5000), (report.Scaling.Count, report.Alerts.Count));
        Assert.Equal(400, report.Scaling.Items.Count);
        Assert.Equal(("0", "199", "4800", "4999"), (Explained(0), Explained(199), Explained(200), Explained(399)));
        Assert.Equal(("0", "4999"), (report.Alerts.Items[0].Message, report.Alerts.Items[^1].Message));

        string Explained(int i) => report.Scaling.Items[i].Explanation;
    }

    [Fact]
    public void Efficiency_measures_busy_time_against_the_time_that_workers_were_allowed()
    {
        _recorder.Scaled(new(TimeSpan.Zero, 0, 4, ScalingReason.Start, ""));
        _recorder.Scaled(new(TimeSpan.FromSeconds(10), 4, 1, ScalingReason.MemoryPressure, ""));
        _time.Advance(TimeSpan.FromSeconds(20));

        var workers = _recorder.Build(SampleBatch.Machine(busySeconds: 25, workers: 4)).Workers;

        Assert.Equal(TimeSpan.FromSeconds(50), workers.AllowedTime);
        Assert.Equal(0.5, workers.Efficiency);
    }

    [Fact]
    public void Where_workers_never_changed_the_allowed_time_is_workers_times_elapsed()
    {
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(0.75, _recorder.Build(SampleBatch.Machine(busySeconds: 30, workers: 4)).Workers.Efficiency);
    }

    [Fact]
    public void A_result_is_not_held_on_to()
    {
        var content = RecordAndForget();

        GC.Collect();

        Assert.False(content.IsAlive);
        Assert.Equal(1, Build().Documents.Total);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference RecordAndForget()
        {
            var text = new string('x', 1000);
            _recorder.Completed(SampleBatch.Failed(0) with { Content = text }, SizeTier.Tiny);
            return new(text);
        }
    }

    [Fact]
    public void Many_threads_at_once_lose_nothing()
    {
        const int Threads = 8;
        const int Each = 20_000;
        var together = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            // Made before, so that the threads meet in the recorder and nowhere else.
            ConversionResult[] results =
            [
                SampleBatch.Failed(thread, Diagnostic.Error("FM1101", "x")), .. Enumerable.Range(1, 3).Select(i => SampleBatch.Converted(i, i, bytes: 10)),
            ];
            var decision = new ScalingDecision(TimeSpan.Zero, 1, 1, ScalingReason.NoGain, "");
            together.SignalAndWait();
            for (var i = 0; i < Each; i++)
            {
                _recorder.Completed(results[i % 4], (SizeTier)(i % 5));
            }

            for (var i = 0; i < Each; i++)
            {
                _recorder.Scaled(decision);
                _recorder.Alerted("x", "y", TimeSpan.Zero);
                _recorder.Sample(SampleBatch.Sample(i));
                if (i % 10_000 == 0)
                {
                    Build();
                }
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        var report = Build();

        const int All = Threads * Each;
        Assert.Equal(new DocumentCounts(All * 3 / 4, 0, All / 4, 0, 0), report.Documents);
        Assert.Equal(All * 3 / 4 * 10, report.InputBytes);
        Assert.Equal((All, All), (report.Latency.Documents, report.Latency.Buckets.Sum(bucket => bucket.Documents)));
        Assert.Equal(All, report.Tiers.Sum(tier => tier.Documents));
        Assert.Equal(All / 4, report.Diagnostics.Sum(diagnostic => diagnostic.Count));
        Assert.Equal((All, All, All), (report.Scaling.Count, report.Alerts.Count, report.Retries.Attempts));
        Assert.Equal(All, report.Formats.Sum(format => format.Documents));
    }

    [Fact]
    public void Documents_are_recorded_one_at_a_time()
    {
        var look = new DiagnosticsThatLookAround();
        var threads = Enumerable.Range(0, 4).Select(i => new Thread(
            () => _recorder.Completed(SampleBatch.Converted(i) with { Diagnostics = look }, SizeTier.Tiny))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(4, Build().Documents.Converted);
        Assert.False(look.SawAnother);
    }

    [Fact]
    public void A_batch_of_nothing_has_a_report()
    {
        var report = SampleBatch.Empty();

        Assert.Equal((0, 0.0, 0.0), (report.Documents.Total, report.Throughput.DocumentsPerMinute, report.Workers.Efficiency));
        Assert.Empty(report.Tiers);
        Assert.Empty(report.Timeline);
    }

    private static int[] Shuffled(int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        new Random(1).Shuffle(numbers);
        return numbers;
    }

    private BatchReport Build() => _recorder.Build(SampleBatch.Machine());

    /// <summary>No diagnostics, and whoever counts them stays long enough to meet whoever else does.</summary>
    private sealed class DiagnosticsThatLookAround : IReadOnlyList<Diagnostic>
    {
        private int _inside;

        public bool SawAnother { get; private set; }

        public int Count
        {
            get
            {
                Interlocked.Increment(ref _inside);
                if (SpinWait.SpinUntil(() => Volatile.Read(ref _inside) > 1, millisecondsTimeout: 20))
                {
                    SawAnother = true;
                }

                Interlocked.Decrement(ref _inside);
                return 0;
            }
        }

        public Diagnostic this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<Diagnostic> GetEnumerator() => Enumerable.Empty<Diagnostic>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
