using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Reports;

/// <summary>Batches to report on.</summary>
internal static class SampleBatch
{
    public static ConversionResult Converted(long index = 0, double milliseconds = 10, long bytes = 1000, string? path = null) => new()
    {
        Index = index,
        SourcePath = path ?? $"docs/page-{index}.md",
        Status = ConversionStatus.Converted,
        InputBytes = bytes,
        OutputBytes = 2 * bytes,
        Duration = TimeSpan.FromMilliseconds(milliseconds),
        QueueWait = TimeSpan.FromMilliseconds(2 * milliseconds),
        Attempts = 1,
        Stages = new(
            TimeSpan.FromMilliseconds(milliseconds * 0.1),
            TimeSpan.FromMilliseconds(milliseconds * 0.1),
            TimeSpan.FromMilliseconds(milliseconds * 0.4),
            TimeSpan.FromMilliseconds(milliseconds * 0.2),
            TimeSpan.FromMilliseconds(milliseconds * 0.2)),
    };

    public static ConversionResult Failed(long index, params Diagnostic[] diagnostics)
        => Converted(index) with { Status = ConversionStatus.Failed, Stages = default, Diagnostics = diagnostics };

    public static BatchSample Sample(double seconds, long completed = 0, long bytes = 0, int active = 2) => new()
    {
        Elapsed = TimeSpan.FromSeconds(seconds),
        Completed = completed,
        InputBytes = bytes,
        WorkersActive = active,
        WorkersAllowed = 2,
        WorkingBytes = 1000,
        WorkingBytesLimit = 4000,
        Waiting = 7,
        Parked = 3,
        ResidentBytes = 50_000_000,
        Cpu = 0.5,
    };

    public static MachineUse Machine(double busySeconds = 0, int workers = 2) => new()
    {
        WorkersAtStart = workers,
        WorkersMost = workers,
        WorkerBusyTime = TimeSpan.FromSeconds(busySeconds),
        PeakResidentBytes = 60_000_000,
        Caches = [new("Link targets", 30, 10, 10)],
    };

    /// <summary>A report with something in every part.</summary>
    /// <param name="path">Path of the document that is slowest and of one that failed.</param>
    /// <param name="message">What happened to it, why workers changed, and what was alerted.</param>
    public static BatchReport Full(string path = "docs/bad.md", string message = "It is broken.")
    {
        var time = new FakeTimeProvider();
        var recorder = new BatchRecorder(time);
        recorder.Scaled(new(TimeSpan.Zero, 0, 2, ScalingReason.Start, message));
        for (var i = 0; i < 40; i++)
        {
            time.Advance(TimeSpan.FromSeconds(0.25));
            recorder.Completed(Converted(i, milliseconds: 1 + i), SizeTier.Tiny);
            recorder.Sample(Sample((i + 1) * 0.25, i + 1, 1000 * (i + 1), active: i % 3));
        }

        recorder.Scaled(new(TimeSpan.FromSeconds(5), 2, 1, ScalingReason.MemoryPressure, message));
        recorder.Alerted("memory", message, TimeSpan.FromSeconds(5));
        recorder.Completed(Converted(40, milliseconds: 900, bytes: 5_000_000, path), SizeTier.Small);
        recorder.Completed(Failed(41, Diagnostic.Error("FM1101", message, 4, 12)) with { SourcePath = path }, SizeTier.Tiny);
        recorder.Completed(Failed(42) with { Status = ConversionStatus.TimedOut, Attempts = 3, SourcePath = "slow.mdx" }, SizeTier.Tiny);
        recorder.Completed(Converted(43) with { Status = ConversionStatus.Cancelled, Attempts = 0 }, SizeTier.Tiny);
        return recorder.Build(Machine(busySeconds: 9));
    }

    public static BatchReport Empty() => new BatchRecorder(new FakeTimeProvider()).Build(Machine());
}
