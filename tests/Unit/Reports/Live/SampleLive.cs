using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Live;

namespace FastMd.Tests.Unit.Reports.Live;

/// <summary>Jobs to look at while they run.</summary>
internal static class SampleLive
{
    public static DateTimeOffset Now { get; } = new(2000, 1, 1, 0, 0, 10, TimeSpan.Zero);

    /// <summary>What one process tells.</summary>
    public static LiveReport Part(string process = "host/1", LiveRole role = LiveRole.Converter, LiveState state = LiveState.Running, int workers = 2, string document = "docs/a.md") => new()
    {
        Job = "job",
        Id = $"{process}/{role}",
        Name = "/work/docs to html in /work/site",
        State = state,
        At = Now,
        Completed = 43,
        Total = 1000,
        CurrentFile = document,
        Report = SampleBatch.Full(),
        Processes =
        [
            new()
            {
                Name = process,
                Role = role,
                State = state,
                At = Now,
                WorkersActive = Math.Min(1, workers),
                WorkersAllowed = workers,
                Efficiency = 0.6,
                Documents = 43,
                DocumentsPerSecond = 4,
                Waiting = 7,
                Parked = 3,
                Cpu = 0.5,
                ResidentBytes = 50_000_000,
                OpenFiles = 40,
                OpenFilesLimit = 1024,
                P95 = TimeSpan.FromMilliseconds(38.7),
                Workers = [.. Enumerable.Range(1, workers).Select(number => new LiveWorker(number, number == 1 ? document : null, TimeSpan.FromMilliseconds(number == 1 ? 250 : 0), 20, 0.5, IsStuck: number == 3))],
            },
        ],
    };

    /// <summary>A job of many documents, and how far it is.</summary>
    public static LiveReport Large(int processes, int workers)
    {
        var parts = Enumerable.Range(1, processes).Select(number => Part($"host-{number}/{100 + number}", processes > 1 ? LiveRole.Worker : LiveRole.Converter, workers: workers)).ToList();
        var report = parts[0].Report with { Documents = new(60_000, 1_000, 120, 3, 0) };
        return parts[0] with { Completed = 61_123, Total = 100_000, Report = report, Processes = [.. parts.SelectMany(static part => part.Processes)] };
    }

    /// <summary>A timeline of so many documents a second for a while.</summary>
    public static IReadOnlyList<TimelinePoint> Timeline(int seconds, int perSecond, double step = 0.25) =>
    [
        .. Enumerable.Range(1, (int)(seconds / step)).Select(i => new TimelinePoint
        {
            At = TimeSpan.FromSeconds(i * step),
            Completed = (long)(i * step * perSecond),
            Pages = (long)(2 * i * step * perSecond),
            InputBytes = (long)(i * step * perSecond * 1000),
            DocumentsPerSecond = perSecond,
            PagesPerSecond = 2 * perSecond,
            MegabytesPerSecond = perSecond * 1000 / 1048576.0,
            WorkersActive = 2,
            WorkersAllowed = 4,
            WorkingBytes = 100,
            WorkingBytesLimit = 400,
            Waiting = 5,
            Parked = 1,
            ResidentBytes = 1000,
            Cpu = 0.5,
            OpenFiles = 10,
        }),
    ];
}
