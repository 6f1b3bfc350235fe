namespace FastMd.Engine.Coordination;

/// <summary>What became of a document of a shared job, so far.</summary>
public enum ItemStatus
{
    /// <summary>No process has it.</summary>
    Pending,

    /// <summary>A process has it.</summary>
    InProgress,

    /// <summary>Its output is there.</summary>
    Completed,

    /// <summary>It failed for good.</summary>
    Failed,
}

/// <summary>A document of a shared job.</summary>
/// <param name="Name">Its path from the root, with slashes.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Attempts">How often it failed, or a process ended abnormally that was at it.</param>
internal sealed record ItemState(string Name, ItemStatus Status, int Attempts)
{
    /// <summary>The process that has it, or had it last; null where none did.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>When it was claimed last, by the clock of the claimer.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it had its outcome, by the clock of the process that did it.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why it failed last; null where it did not.</summary>
    public ItemError? Error { get; init; }
}

/// <summary>Why a document failed.</summary>
/// <param name="Code">Code of the diagnostic.</param>
/// <param name="Message">What it says.</param>
internal sealed record ItemError(string Code, string Message);

/// <summary>The outcome of a document that a process had claimed.</summary>
/// <param name="Error">Why it failed; null where its output is there.</param>
/// <param name="IsFinal">Whether another attempt could not help: else the document is tried again when the job is run again.</param>
internal sealed record ItemOutcome(ItemError? Error = null, bool IsFinal = true)
{
    /// <summary>Its output is there.</summary>
    public static ItemOutcome Done { get; } = new();

    /// <summary>What came of it, for the process that published the job; empty where each process records that itself.</summary>
    public ReadOnlyMemory<byte> Facts { get; init; }
}
