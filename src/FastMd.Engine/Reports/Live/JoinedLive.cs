using FastMd.Engine.Reports.Joining;

namespace FastMd.Engine.Reports.Live;

/// <summary>What the processes of a job told of themselves, as one.</summary>
internal static class JoinedLive
{
    // Each tells of itself once a second, and a machine may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Joins what there is of the job that was told of last; null where there is nothing.</summary>
    /// <param name="told">What each process told last; those of other jobs, and of earlier runs, may be among them.</param>
    /// <param name="now">The time, UTC.</param>
    public static LiveReport? Of(IEnumerable<LiveReport> told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        var job = told.GroupBy(static part => part.Job).MaxBy(static parts => parts.Max(static part => part.At));
        return job is null ? null : Of([.. job.OrderBy(static part => part.Report.Started).Select(part => Heard(part, now))]);
    }

    private static LiveReport Of(IReadOnlyList<LiveReport> parts)
    {
        // Who publishes a job counts all that was done, and its workers do it.
        var publishers = parts.Where(static part => part.Processes.Any(static process => process.Role == LiveRole.Publisher)).ToList();
        var counting = publishers.Count > 0 ? publishers : parts;
        var working = publishers.Count > 0 ? parts.Except(publishers).ToList() : parts;
        var newest = counting.MaxBy(static part => part.At)!;
        return newest with
        {
            Id = parts is [var only] ? only.Id : "",
            State = StateOf([.. counting.Select(static part => part.State)], working.Any(static part => part.State == LiveState.Running)),
            At = parts.Max(static part => part.At),
            CurrentFile = parts.MaxBy(static part => part.At)!.CurrentFile,
            Report = ReportOf(counting, working),
            Processes = ProcessesOf(parts),
        };
    }

    /// <summary>The processes, those that publish first. A worker that joined a job several times is one of them.</summary>
    private static LiveProcess[] ProcessesOf(IReadOnlyList<LiveReport> parts)
        => [.. parts.SelectMany(static part => part.Processes)
            .GroupBy(static process => (process.Name, process.Role))
            .Select(static same => same.MaxBy(static process => process.At)! with { Documents = same.Sum(static process => process.Documents) })
            .OrderByDescending(static process => process.Role == LiveRole.Publisher)];

    private static LiveReport Heard(LiveReport part, DateTimeOffset now)
        => part.State == LiveState.Running && now - part.At > Patience
            ? part with { State = LiveState.Silent, Processes = [.. part.Processes.Select(static process => process with { State = LiveState.Silent, WorkersActive = 0, Workers = [] })] }
            : part;

    private static LiveState StateOf(LiveState[] counting, bool areOthersRunning)
        => counting.Contains(LiveState.Running) ? LiveState.Running
            : counting.Contains(LiveState.Over) ? LiveState.Over
            : counting.Contains(LiveState.Cancelled) ? LiveState.Cancelled
            : areOthersRunning ? LiveState.Running
            : LiveState.Silent;

    private static BatchReport ReportOf(IReadOnlyList<LiveReport> counting, IReadOnlyList<LiveReport> working)
    {
        var started = counting.Concat(working).Min(static part => part.Report.Started);
        var done = JoinedOf(counting);
        var report = done with
        {
            Timeline = JoinedTimeline.Of([.. counting.Select(Part)], [.. (working.Count > 0 ? working : counting).Select(Part)]),
        };
        if (working.Count == 0 || ReferenceEquals(working, counting))
        {
            return report;
        }

        var work = JoinedOf(working);
        return report with { Workers = work.Workers, Scaling = work.Scaling, PeakResidentBytes = Math.Max(work.PeakResidentBytes, done.PeakResidentBytes) };

        PartTimeline Part(LiveReport part) => new(part.Report.Started - started, part.Report.Timeline);
    }

    private static BatchReport JoinedOf(IReadOnlyList<LiveReport> parts)
        => parts is [var only] ? only.Report : JoinedReports.Of([.. parts.Select(static part => part.Report)]);
}
