using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Remembers what it was told.</summary>
internal sealed class TestObserver : IBatchObserver
{
    public ConcurrentQueue<PlannedDocument> Begun { get; } = new();

    public ConcurrentQueue<ConversionResult> Done { get; } = new();

    public ConcurrentQueue<Diagnostic> Notices { get; } = new();

    public ConcurrentQueue<ScalingDecision> Decisions { get; } = new();

    public void Started(PlannedDocument document, Attempt attempt) => Begun.Enqueue(document);

    public void Completed(PlannedDocument document, ConversionResult result) => Done.Enqueue(result);

    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
    {
    }

    public void Scaled(ScalingDecision decision) => Decisions.Enqueue(decision);

    public void Noticed(Diagnostic diagnostic) => Notices.Enqueue(diagnostic);
}
