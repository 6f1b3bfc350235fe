using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Parallel.Soaking;

/// <summary>Books of its own, beside the batch's: what became of every document, as its observer was told.</summary>
internal sealed class Ledger : IBatchObserver
{
    private readonly ConcurrentDictionary<long, int> _outcomes = new();
    private int _decisions;

    /// <summary>How many outcomes each document had.</summary>
    public IReadOnlyDictionary<long, int> Outcomes => _outcomes;

    /// <summary>How often the number of workers changed.</summary>
    public int Decisions => _decisions;

    public void Started(PlannedDocument document, Attempt attempt)
    {
    }

    public void Completed(PlannedDocument document, ConversionResult result)
        => _outcomes.AddOrUpdate(document.Index, 1, static (_, count) => count + 1);

    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
    {
    }

    public void Scaled(ScalingDecision decision) => Interlocked.Increment(ref _decisions);

    public void Noticed(Diagnostic diagnostic)
    {
    }
}
