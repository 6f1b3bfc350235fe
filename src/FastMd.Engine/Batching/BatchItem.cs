using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>A document inside a batch.</summary>
/// <param name="document">The document.</param>
/// <param name="sequence">Its place in the batch, from 0 without gaps; results are ordered by it.</param>
/// <param name="charge">Working bytes it was charged.</param>
/// <param name="tier">Its size tier.</param>
/// <param name="admittedAt">When it was admitted, as the batch's clock has it.</param>
internal sealed class BatchItem(PlannedDocument document, long sequence, long charge, SizeTier tier, long admittedAt)
{
    public PlannedDocument Document { get; } = document;

    public long Sequence { get; } = sequence;

    public long Charge { get; } = charge;

    public SizeTier Tier { get; } = tier;

    public long AdmittedAt { get; } = admittedAt;

    public long Length => Document.Source.Length;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>How long it waited for its first attempt.</summary>
    public TimeSpan QueueWait { get; set; }

    /// <summary>Whether it must run while no other document does, because it took more memory than estimated.</summary>
    public bool IsExclusive { get; set; }

    /// <summary>Its further attempts; null until it needs one.</summary>
    public RetryCounts? Retries { get; set; }
}

/// <summary>The retries of one document, counted by cause.</summary>
internal sealed class RetryCounts
{
    /// <summary>Attempts used after failures that may pass.</summary>
    public int Transient { get; set; }

    /// <summary>Attempts used after unexpected exceptions.</summary>
    public int Unforeseen { get; set; }
}
