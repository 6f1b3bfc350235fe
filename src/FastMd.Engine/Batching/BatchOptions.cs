using FastMd.Engine.Documents;

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

    /// <summary>
    /// Whether documents are begun in the order they come in, rather than the largest first: where they come without end, small ones would wait
    /// as long as larger ones come.
    /// </summary>
    internal bool FirstComeFirstServed { get; init; }

    /// <summary>Budget of working bytes: what the documents admitted and not yet done are expected to need.</summary>
    public long WorkingBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How many documents may be admitted and not yet emitted.</summary>
    public int ResultSlots { get; init; } = 10_000;

    /// <summary>How many small documents a worker takes at a time; 0 lets their sizes decide.</summary>
    public int BatchSize { get; init; }

    /// <summary>Size tiers and what each may do.</summary>
    public TierTable Tiers { get; init; } = new();

    /// <summary>Time after which a small document is abandoned; zero or less means never, whatever its size.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that each megabyte of a document adds to its limit.</summary>
    public TimeSpan TimeLimitPerMegaByte { get; init; }

    /// <summary>How often documents are tried again.</summary>
    public RetryOptions Retries { get; init; } = new();

    /// <summary>How the batch follows the machine's load; null where it does not look.</summary>
    public ScalingOptions? Scaling { get; init; }

    /// <summary>How long workers may take to leave their documents once the batch is cancelled.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How many stuck workers, whose documents were abandoned, are replaced. Beyond that, a worker is replaced only when none is left. The batch ends
    /// when eight times as many workers are stuck.
    /// </summary>
    public int MaximumStuckWorkers { get; init; } = 8;

    /// <summary>
    /// How many documents each worker has in hand, of which it is at one: more than one where workers are other processes, which are not to wait for
    /// the next document.
    /// </summary>
    internal int InHandPerWorker { get; init; } = 1;

    /// <summary>Workers in effect: one unless the batch is parallel.</summary>
    internal int EffectiveWorkers => Parallel ? Workers : 1;

    /// <summary>Threads of the batch: one for each document in hand.</summary>
    internal int Threads => Parallel ? Workers * InHandPerWorker : 1;

    /// <summary>Time after which that document is abandoned.</summary>
    internal TimeSpan TimeLimitOf(BatchItem item)
        => TimeLimitOf(item.Length, item.Tier);

    /// <summary>Time after which a document of that size is abandoned; zero or less means never.</summary>
    internal TimeSpan TimeLimitOfDocument(long length) => TimeLimitOf(length, Tiers.Of(length));

    /// <summary>Time after which a file of that size is abandoned, be it a document or not.</summary>
    internal TimeSpan TimeLimitOfSize(long length) => TimeLimit > TimeSpan.Zero ? LimitOf(length, TimeLimit.TotalSeconds) : TimeSpan.Zero;

    private TimeSpan TimeLimitOf(long length, SizeTier tier)
        => LimitOf(length, Tiers.TimeLimitSeconds[(int)tier] is > 0 and var own ? own : TimeLimit.TotalSeconds);

    private TimeSpan LimitOf(long length, double least)
    {
        var seconds = least + (TimeLimitPerMegaByte.TotalSeconds * (length / 1048576.0));
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }
}

/// <summary>How often, and after how long, a document is tried again.</summary>
public sealed record RetryOptions
{
    /// <summary>Attempts more where reading or writing failed in a way that may pass.</summary>
    public int Transient { get; init; } = 3;

    /// <summary>Pause before the first of them; each later one is about twice as long, with jitter.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Attempts more after an unexpected exception.</summary>
    public int Unforeseen { get; init; } = 1;
}

/// <summary>How a batch follows the load of its machine.</summary>
public sealed record ScalingOptions
{
    /// <summary>Workers that run however short memory is; all of them where there are no more.</summary>
    public int MinimumWorkers { get; init; } = 1;

    /// <summary>Workers that run at most, when all wait for the disk; no fewer than the batch starts with.</summary>
    public int MaximumWorkers { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Share of the machine's processors, 0 to 1, beyond which the batch holds back; null where it need not.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Free memory in bytes below which nothing more is admitted; 0 where there is no such floor.</summary>
    public long FreeMemoryFloor { get; init; } = 128L * 1024 * 1024;
}
