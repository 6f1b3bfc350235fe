using FastMd.Engine.Reports.Joining;

namespace FastMd.Engine.Reports.Live;

/// <summary>What the processes of a job told of themselves, as one.</summary>
internal static class JoinedLive
{
    /// <summary>Joins what there is of the job that was told of last, one that runs before others; null where there is nothing.</summary>
    /// <param name="told">What each process told last; those of other jobs, and of earlier runs, may be among them.</param>
    /// <param name="hearing">Knows which processes say nothing any more.</param>
    /// <param name="shown">The job that was joined before: of several that run this one stays.</param>
    public static LiveReport? Of(IEnumerable<LiveReport> told, Hearing hearing, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(hearing);
        var job = told.Select(part => hearing.IsSilent(part) ? Silent(part) : part)
            .GroupBy(static part => part.Job)
            .MaxBy(parts => (parts.Any(static part => part.State == LiveState.Running), parts.Key == shown, parts.Max(static part => part.At)));
        if (job is null)
        {
            return null;
        }

        try
        {
            return Of([.. job.OrderBy(static part => part.Report.Started)]);
        }
        catch (Exception absurd) when (absurd is OverflowException or ArgumentException)
        {
            // What lies in a folder, or at a broker, may come from elsewhere, and its sums be more than a number holds.
            return job.First();
        }
    }

    private static LiveReport Of(IReadOnlyList<LiveReport> parts)
    {
        if (parts is [var only])
        {
            return only;
        }

        // Who publishes a job counts all that was done, and its workers do it.
        var publishers = parts.Where(static part => part.Processes.Any(static process => process.Role == LiveRole.Publisher)).ToList();
        var counting = publishers.Count > 0 ? publishers : parts;
        var working = publishers.Count > 0 ? parts.Except(publishers).ToList() : parts;
        var newest = counting.MaxBy(static part => part.At)!;
        return newest with
        {
            Id = "",
            State = StateOf(counting, working.Any(static part => part.State == LiveState.Running)),
            At = parts.Max(static part => part.At),
            CurrentFile = parts.MaxBy(static part => part.At)!.CurrentFile,
            Report = ReportOf(counting, working),
            Processes = ProcessesOf(parts),
        };
    }

    /// <summary>The processes, those that publish first. A worker that joined a job several times is one of them.</summary>
    private static LiveProcess[] ProcessesOf(IReadOnlyList<LiveReport> parts)
        => [.. ByProcess(parts).Select(static same => (LiveProcess[])[.. same.SelectMany(static part => part.Processes)]).Where(static same => same.Length > 0)
            .Select(static same => same.MaxBy(static process => process.At)! with { Documents = same.Sum(static process => process.Documents) })
            .OrderByDescending(static process => process.Role == LiveRole.Publisher)];

    /// <summary>Parts by process. In containers several processes have the same name and number: where more than one runs they are not the same.</summary>
    private static IEnumerable<LiveReport[]> ByProcess(IReadOnlyList<LiveReport> parts)
        => parts.GroupBy(static part => part.Processes is [var process, ..] ? (process.Name, process.Role) : default)
            .SelectMany(static same => same.Count(static part => part.State == LiveState.Running) > 1 ? same.Select(static part => (LiveReport[])[part]) : [[.. same]]);

    private static LiveReport Silent(LiveReport part) => part with
    {
        State = LiveState.Silent,
        Processes = [.. part.Processes.Select(static process => process with { State = LiveState.Silent, WorkersActive = 0, Waiting = 0, Parked = 0, DocumentsPerSecond = 0, PagesPerSecond = 0, Workers = [] })],
    };

    private static LiveState StateOf(IReadOnlyList<LiveReport> counting, bool areOthersRunning)
    {
        var states = counting.Select(static part => part.State).ToList();

        // A process leaves a job that it shares when all documents are done, some a moment before the others.
        return counting.Any(static part => part.State == LiveState.Over && part.Completed >= part.Total) ? LiveState.Over
            : states.Contains(LiveState.Running) ? LiveState.Running
            : states.Contains(LiveState.Over) ? LiveState.Over
            : states.Contains(LiveState.Cancelled) ? LiveState.Cancelled
            : areOthersRunning ? LiveState.Running
            : LiveState.Silent;
    }

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

        // A worker that joined again has no more workers than before.
        LiveReport[][] processes = [.. ByProcess(working)];
        var workers = work.Workers with
        {
            AtStart = processes.Sum(static same => same.Max(static part => part.Report.Workers.AtStart)),
            Most = processes.Sum(static same => same.Max(static part => part.Report.Workers.Most)),
        };
        return report with { Workers = workers, Scaling = work.Scaling, PeakResidentBytes = Math.Max(work.PeakResidentBytes, done.PeakResidentBytes) };

        PartTimeline Part(LiveReport part) => new(part.Report.Started - started, part.Report.Timeline);
    }

    private static BatchReport JoinedOf(IReadOnlyList<LiveReport> parts)
        => parts is [var only] ? only.Report : JoinedReports.Of([.. parts.Select(static part => part.Report)]);
}
