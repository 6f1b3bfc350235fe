namespace FastMd.Engine.Reports.Live;

/// <summary>A job while it runs, and when it is over: what it did so far, and what its processes are at.</summary>
internal sealed record LiveReport
{
    /// <summary>Which run it is: the processes that share a job name the same.</summary>
    public required string Job { get; init; }

    /// <summary>Which process told it; empty where several did.</summary>
    public string Id { get; init; } = "";

    /// <summary>What people call it: what is converted, to what, and where to.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it runs.</summary>
    public required LiveState State { get; init; }

    /// <summary>When this was so, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Documents that have their outcome, those of other processes and of earlier runs of a shared job included.</summary>
    public required long Completed { get; init; }

    /// <summary>Documents there are; null while that is not known.</summary>
    public required long? Total { get; init; }

    /// <summary>The document begun last; null before the first.</summary>
    public string? CurrentFile { get; init; }

    /// <summary>What the processes did, together.</summary>
    public required BatchReport Report { get; init; }

    /// <summary>The processes that take part, or took part.</summary>
    public required IReadOnlyList<LiveProcess> Processes { get; init; }

    /// <summary>How fast it is now, on average over the last while: as fast as the processes that count documents are together.</summary>
    public RecentPace Pace
    {
        get
        {
            var counting = Processes.Where(static process => process.State == LiveState.Running);
            counting = Processes.Any(static process => process.Role == LiveRole.Publisher) ? counting.Where(static process => process.Role == LiveRole.Publisher) : counting;
            return new(counting.Sum(static process => process.DocumentsPerSecond), counting.Sum(static process => process.PagesPerSecond));
        }
    }

    /// <summary>Time the rest should take at the pace of the last while; null while there is no telling.</summary>
    public TimeSpan? TimeLeft => State == LiveState.Running && Total is { } total && Pace.DocumentsPerSecond is > 0 and var pace
        ? TimeSpan.FromSeconds(Math.Min(TimeSpan.MaxValue.TotalSeconds / 2, Math.Max(0, total - Completed) / pace))
        : null;
}

/// <summary>Whether a job, or a process, runs.</summary>
internal enum LiveState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It came to its end.</summary>
    Over,

    /// <summary>It says nothing any more: it was killed, or cannot be reached.</summary>
    Silent,
}

/// <summary>One process of a job.</summary>
internal sealed record LiveProcess
{
    /// <summary>Machine and number of the process.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required LiveRole Role { get; init; }

    /// <summary>Whether it runs.</summary>
    public required LiveState State { get; init; }

    /// <summary>When it told of itself last, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Workers on a document.</summary>
    public required int WorkersActive { get; init; }

    /// <summary>Workers that may be; a fraction where they work part of the time.</summary>
    public required double WorkersAllowed { get; init; }

    /// <summary>Share of the time allowed that workers spent on documents, 0 to 1.</summary>
    public required double Efficiency { get; init; }

    /// <summary>Documents it has done.</summary>
    public required long Documents { get; init; }

    /// <summary>Documents it does a second, on average over the last while.</summary>
    public required double DocumentsPerSecond { get; init; }

    /// <summary>Pages it does a second, on average over the last while.</summary>
    public double PagesPerSecond { get; init; }

    /// <summary>Documents that wait in it for a worker.</summary>
    public required long Waiting { get; init; }

    /// <summary>Results that wait in it for their turn.</summary>
    public required long Parked { get; init; }

    /// <summary>Share of its machine's processors in use, 0 to 1; null where that is not known.</summary>
    public double? Cpu { get; init; }

    /// <summary>Its memory and that of its worker processes, in bytes.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Its open file descriptors; null where that is not known.</summary>
    public int? OpenFiles { get; init; }

    /// <summary>How many it may have; null where nothing limits them.</summary>
    public int? OpenFilesLimit { get; init; }

    /// <summary>Duration that 95 of 100 of its documents do not exceed.</summary>
    public required TimeSpan P95 { get; init; }

    /// <summary>Its workers, in the order that they began.</summary>
    public required IReadOnlyList<LiveWorker> Workers { get; init; }
}

/// <summary>What a process does.</summary>
internal enum LiveRole
{
    /// <summary>It converts documents of a job of its own, or of one that it shares.</summary>
    Converter,

    /// <summary>It publishes a job for workers on other machines, and writes down what they did.</summary>
    Publisher,

    /// <summary>It converts documents that another process published.</summary>
    Worker,
}

/// <summary>One worker of a process.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Document">Path or name of the document it is at; null where it is idle.</param>
/// <param name="For">For how long it has been at it.</param>
/// <param name="Documents">Documents it has done.</param>
/// <param name="Efficiency">Share of its time that it was at documents, 0 to 1.</param>
/// <param name="IsStuck">Whether its document was given up, and it has not returned from it.</param>
internal sealed record LiveWorker(int Number, string? Document, TimeSpan For, long Documents, double Efficiency, bool IsStuck);
