using FastMd.Engine.Batching;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Drives a session as a cmdlet's pipeline thread does: admits while there is room, takes results otherwise.</summary>
internal static class SessionDriver
{
    /// <summary>Far beyond what anything here takes: it ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static List<ConversionResult> Run(
        BatchOptions options, IDocumentProcessor executor, IEnumerable<PlannedDocument> documents, IBatchObserver? observer = null)
    {
        using var session = new BatchSession(options, executor, observer ?? new TestObserver(), TimeProvider.System, CancellationToken.None);
        return Run(session, documents);
    }

    public static List<ConversionResult> Run(BatchSession session, IEnumerable<PlannedDocument> documents)
    {
        var results = new List<ConversionResult>();
        foreach (var document in documents)
        {
            while (!session.TryAdmit(document))
            {
                Drain(session, results);
            }
        }

        session.CompleteAdding();
        TakeTheRest(session, results);
        return results;
    }

    public static void TakeTheRest(BatchSession session, List<ConversionResult> results)
    {
        while (!session.IsCompleted)
        {
            Drain(session, results);
        }
    }

    public static ConversionResult TakeOne(BatchSession session)
    {
        ConversionResult? result;
        while (!session.TryTake(out result))
        {
            Wait(session);
        }

        return result;
    }

    private static void Drain(BatchSession session, List<ConversionResult> results)
    {
        var any = false;
        while (session.TryTake(out var result))
        {
            any = true;
            results.Add(result);
        }

        if (!any && !session.IsCompleted)
        {
            Wait(session);
        }
    }

    private static void Wait(BatchSession session)
    {
        using var patience = new CancellationTokenSource(Patience);
        session.Wait(Timeout.InfiniteTimeSpan, patience.Token);
    }
}
