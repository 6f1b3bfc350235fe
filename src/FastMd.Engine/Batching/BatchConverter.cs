using System.Runtime.CompilerServices;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>Turns a stream of documents into the stream of their results, in parallel, in order, within the budgets.</summary>
/// <param name="start">Starts a batch that the token cancels.</param>
public sealed class BatchConverter(Func<CancellationToken, BatchSession> start)
{
    /// <summary>One that starts plain batches.</summary>
    /// <param name="options">How batches run.</param>
    /// <param name="executor">Converts a document.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="time">The clock.</param>
    public BatchConverter(BatchOptions options, IDocumentExecutor executor, IBatchObserver observer, TimeProvider time)
        : this(cancellation => new(options, executor, observer, time, cancellation))
    {
    }

    /// <summary>
    /// Converts. Documents are drawn as the budgets allow, ahead of the results taken. Every document admitted has one result. After
    /// cancellation those not done come as <see cref="ConversionStatus.Cancelled"/>, then the stream ends in an exception.
    /// </summary>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellation">Cancels the batch.</param>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    public async IAsyncEnumerable<ConversionResult> ConvertAsync(
        IAsyncEnumerable<PlannedDocument> documents, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var session = start(cancellation);
        using var stopFeeding = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = Task.Run(() => FeedAsync(session, documents, stopFeeding.Token), CancellationToken.None);
        try
        {
            while (!session.IsCompleted)
            {
                if (session.TryTake(out var result))
                {
                    yield return result;
                }
                else
                {
                    await session.WaitForResultAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stopFeeding.CancelAsync().ConfigureAwait(false);
            if (!cancellation.IsCancellationRequested)
            {
                await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // Cancellation, or a source that failed, is the caller's to know once all results are out. A cancelled source may not even
        // have noticed yet: it is not waited for.
        cancellation.ThrowIfCancellationRequested();
        await feeding.ConfigureAwait(false);
    }

    private static async Task FeedAsync(BatchSession session, IAsyncEnumerable<PlannedDocument> documents, CancellationToken cancellation)
    {
        try
        {
            await foreach (var document in documents.WithCancellation(cancellation).ConfigureAwait(false))
            {
                while (!session.TryAdmit(document))
                {
                    await session.WaitForRoomAsync(cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            session.CompleteAdding();
        }
    }
}
