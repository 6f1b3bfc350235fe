namespace FastMd.Engine.Batching;

/// <summary>How a batch runs.</summary>
public sealed record BatchOptions
{
    /// <summary>How many documents are converted at once, from 1.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether more than one worker is used at all.</summary>
    public bool Parallel { get; init; } = true;

    /// <summary>Whether results come in input order.</summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Budget of working bytes: what the documents admitted and not yet done are expected to need.</summary>
    public long WorkingBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How many documents may be admitted and not yet emitted.</summary>
    public int ResultSlots { get; init; } = 10_000;

    /// <summary>How many small documents a worker takes at a time; 0 lets their sizes decide.</summary>
    public int BatchSize { get; init; }

    /// <summary>Time after which a document is given up; zero or less means never.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long workers may take to leave their documents once the batch is cancelled.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many workers may be stuck in documents given up before the batch gives up too.</summary>
    public int MaximumStuckWorkers { get; init; } = 8;

    /// <summary>Workers there really are.</summary>
    internal int EffectiveWorkers => Parallel ? Workers : 1;
}
