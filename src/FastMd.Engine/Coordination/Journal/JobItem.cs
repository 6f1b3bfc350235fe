using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>A document of a job, as the journal knows it.</summary>
internal sealed class JobItem(string name, long bytes, ContentHash stamp)
{
    // Opening, reading and writing a file takes as long as converting so much text.
    private const long FileCost = 8 * 1024;

    public string Name => name;

    public long Bytes { get; set; } = bytes;

    public ContentHash Stamp { get; set; } = stamp;

    public ItemStatus Status { get; set; }

    /// <summary>Whether it is in no plan any more.</summary>
    public bool IsGone { get; set; }

    public int Attempts { get; set; }

    /// <summary>Number of the claim that it is in, or was in last; 0 where there is none.</summary>
    public long Fence { get; set; }

    /// <summary>Number of the process that has it; -1 where none has.</summary>
    public int Worker { get; set; } = JobWorker.None;

    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public ItemError? Error { get; set; }

    /// <summary>Whether another attempt could not help.</summary>
    public bool IsFinal { get; set; }

    /// <summary>Number of the process that completed it; -1 where none did that takes part.</summary>
    public int DoneBy { get; set; } = JobWorker.None;

    /// <summary>How much work it is, to compare documents by.</summary>
    public long Cost => Bytes + FileCost;

    public ItemState Snapshot() => new(Name, Status, Attempts) { ClaimedBy = ClaimedBy, ClaimedAt = ClaimedAt, CompletedAt = CompletedAt, Error = Error };
}

/// <summary>A process that takes part in a job, or took part.</summary>
/// <param name="Id">Names the file that it has a lock on for as long as it lives.</param>
/// <param name="Name">What it is called in messages: its number and its machine.</param>
internal sealed record JobWorker(string Id, string Name)
{
    public const int None = -1;

    /// <summary>Whether it takes part no more.</summary>
    public bool HasLeft { get; set; }

    /// <summary>How many documents it has.</summary>
    public int Claimed { get; set; }
}
