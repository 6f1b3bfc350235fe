using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>Turns a stream of documents into the stream of their results, in parallel, in order, within the budgets.</summary>
/// <param name="start">Starts a batch that the token cancels.</param>
internal sealed class BatchConverter(Func<CancellationToken, BatchSession> start)
{
    /// <summary>A converter that starts batches without scaling.</summary>
    /// <param name="options">How batches run.</param>
    /// <param name="processor">Takes a document all the way.</param>
    /// <param name="observer">Receives the events of the batch.</param>
    /// <param name="time">The clock.</param>
    public BatchConverter(BatchOptions options, IDocumentProcessor processor, IBatchObserver observer, TimeProvider time)
        : this(cancellation => new(options, processor, observer, time, cancellation))
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
        var results = DriveAsync<ConversionResult>(session, documents, session.TryTake, () => session.IsCompleted, () => session.IsCancelled, cancellation);
        await foreach (var result in results.ConfigureAwait(false))
        {
            yield return result;
        }
    }

    /// <summary>Admits documents to a batch as the budgets allow, and takes from it until it is completed.</summary>
    /// <typeparam name="T">What is taken.</typeparam>
    /// <param name="session">The batch.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="tryTake">Takes the next, if there is one.</param>
    /// <param name="isCompleted">Whether nothing more will come.</param>
    /// <param name="isCancelled">Whether the batch was cancelled before it was completed.</param>
    /// <param name="cancellation">Cancels the batch.</param>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    internal static async IAsyncEnumerable<T> DriveAsync<T>(
        BatchSession session,
        IAsyncEnumerable<PlannedDocument> documents,
        TryTake<T> tryTake,
        Func<bool> isCompleted,
        Func<bool> isCancelled,
        [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        using var stopFeeding = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = Task.Run(() => FeedAsync(session, documents, stopFeeding.Token), CancellationToken.None);
        try
        {
            while (!isCompleted())
            {
                if (tryTake(out var next))
                {
                    yield return next;
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

        // The caller is informed of a cancellation or a failed source only after all results are out. A cancelled source may not have reacted yet, so
        // it is not awaited.
        if (isCancelled())
        {
            cancellation.ThrowIfCancellationRequested();
        }

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

/// <summary>Takes the next of something, if there is one.</summary>
internal delegate bool TryTake<T>([NotNullWhen(true)] out T? next)
    where T : class;
