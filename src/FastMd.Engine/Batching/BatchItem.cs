using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>A document inside a batch.</summary>
/// <param name="document">The document.</param>
/// <param name="sequence">Its place in the batch, from 0 without gaps; results are ordered by it.</param>
/// <param name="charge">Working bytes it was charged.</param>
internal sealed class BatchItem(PlannedDocument document, long sequence, long charge)
{
    public PlannedDocument Document { get; } = document;

    public long Sequence { get; } = sequence;

    public long Charge { get; } = charge;

    public long Length => Document.Source.Length;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }
}
