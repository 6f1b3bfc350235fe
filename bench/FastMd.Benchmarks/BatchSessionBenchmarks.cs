using System.Globalization;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Benchmarks;

/// <summary>What a batch costs a document when converting costs nothing: admission, schedule, order, emission.</summary>
[MemoryDiagnoser]
public class BatchSessionBenchmarks
{
    private const int Documents = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly PlannedDocument[] _documents = [.. Enumerable.Range(0, Documents).Select(Document)];

    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>One thread feeds and drains, as the cmdlet does.</summary>
    [Benchmark(OperationsPerInvoke = Documents)]
    public int FedAndDrained()
    {
        var emitted = 0;
        using var session = new BatchSession(
            new() { Workers = Workers }, new NoExecutor(), new NoObserver(), TimeProvider.System, CancellationToken.None);
        foreach (var document in _documents)
        {
            while (!session.TryAdmit(document))
            {
                emitted += Drain(session);
                session.Wait(Patience);
            }
        }

        session.CompleteAdding();
        while (!session.IsCompleted)
        {
            session.Wait(Patience);
            emitted += Drain(session);
        }

        return emitted;
    }

    private static int Drain(BatchSession session)
    {
        var taken = 0;
        while (session.TryTake(out _))
        {
            taken++;
        }

        return taken;
    }

    private static PlannedDocument Document(int index)
        => new(index, DocumentSource.FromFile("/page-" + index.ToString(CultureInfo.InvariantCulture) + ".md", SamplePage.Length));

    private sealed class NoExecutor : IDocumentProcessor
    {
        public ConversionResult Process(PlannedDocument document, Attempt attempt) => new()
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            Status = ConversionStatus.Converted,
        };
    }

    private sealed class NoObserver : IBatchObserver
    {
        public void Started(PlannedDocument document, Attempt attempt)
        {
        }

        public void Completed(PlannedDocument document, ConversionResult result)
        {
        }

        public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
        {
        }

        public void Scaled(ScalingDecision decision)
        {
        }

        public void Noticed(Diagnostic diagnostic)
        {
        }
    }
}
