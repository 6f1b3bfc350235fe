using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Remembers what it was told.</summary>
internal sealed class TestObserver : IBatchObserver
{
    public ConcurrentQueue<PlannedDocument> Begun { get; } = new();

    public ConcurrentQueue<ConversionResult> Done { get; } = new();

    public ConcurrentQueue<Diagnostic> Notices { get; } = new();

    public void Started(PlannedDocument document) => Begun.Enqueue(document);

    public void Completed(ConversionResult result) => Done.Enqueue(result);

    public void Noticed(Diagnostic diagnostic) => Notices.Enqueue(diagnostic);
}
