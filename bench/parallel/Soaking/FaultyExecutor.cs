using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Parallel.Soaking;

/// <summary>Converts as the real one does, but for what is wrong with a document.</summary>
/// <param name="real">Converts.</param>
/// <param name="faults">What is wrong with each document.</param>
/// <param name="release">Ends the endless.</param>
internal sealed class FaultyExecutor(IDocumentProcessor real, IReadOnlyList<Fault> faults, ManualResetEventSlim release) : IDocumentProcessor
{
    private const int TriesThatFail = 2;

    private int _inside;

    /// <summary>Threads that are at a document, those given up among them.</summary>
    public int Inside => Volatile.Read(ref _inside);

    public ConversionResult Process(PlannedDocument document, Attempt attempt)
    {
        Interlocked.Increment(ref _inside);
        try
        {
            Befall(faults[(int)document.Index], attempt);
            return real.Process(document, attempt);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private void Befall(Fault fault, Attempt attempt)
    {
        switch (fault)
        {
            case Fault.Endless:
                release.Wait(CancellationToken.None);
                break;
            case Fault.EndlessUntilTold:
                release.Wait(attempt.Cancellation);
                break;
            case Fault.Transient when attempt.Number <= TriesThatFail:
            case Fault.AlwaysTransient:
                throw new DocumentException(Diagnostic.Error("FM9999", "The share is not there."), isTransient: true);
            case Fault.RateLimited when attempt.Number <= TriesThatFail:
                throw new DocumentException(Diagnostic.Error("FM9999", "Come back later."), retryAfter: TimeSpan.FromMilliseconds(attempt.Number * 5));
            case Fault.BrokenOnce when attempt.Number == 1:
            case Fault.Broken:
                throw new InvalidOperationException("A bug.");
        }
    }
}
