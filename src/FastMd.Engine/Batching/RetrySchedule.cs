using Polly;
using Polly.Retry;

namespace FastMd.Engine.Batching;

/// <summary>
/// Pauses between the tries of a document whose reading or writing failed in a way that may pass: exponential with jitter, or as long as
/// whoever refused it asked for. No worker waits meanwhile. Made with the first such failure, for most batches never see one.
/// </summary>
internal sealed class RetrySchedule(BatchLedger ledger, RetryOptions options, TimeProvider time, CancellationToken cancellation)
{
    // Longer than anybody would wait, and short enough for a timer.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly ResiliencePipeline<TimeSpan?> _pauses = new ResiliencePipelineBuilder<TimeSpan?> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<TimeSpan?>
        {
            ShouldHandle = static _ => PredicateResult.True(),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstDelay,
            MaxDelay = TimeSpan.FromMinutes(1),
            DelayGenerator = static failure => ValueTask.FromResult(
                failure.Outcome.Result is { } asked && asked > LongestPause ? LongestPause : failure.Outcome.Result),
        })
        .Build();

    /// <summary>The try in hand failed; the next comes after a pause.</summary>
    /// <param name="item">The document; nobody else has it.</param>
    /// <param name="course">Its tries.</param>
    /// <param name="retryAfter">Pause asked for; null where there is none.</param>
    public void TryLater(BatchItem item, RetryCourse course, TimeSpan? retryAfter)
    {
        if (!ledger.TryRest(item))
        {
            return;
        }

        course.Failed(retryAfter);
        if (!course.IsScheduled)
        {
            course.IsScheduled = true;
            _ = KeepTryingAsync(item, course);
        }
    }

    // Ends with the batch, or hangs in the air, without a thread or a timer, once the document has its result.
    private async Task KeepTryingAsync(BatchItem item, RetryCourse course)
    {
        var isFirst = true;
        try
        {
            await _pauses.ExecuteAsync(
                async _ =>
                {
                    if (!isFirst)
                    {
                        course.BeginTry();
                        ledger.Resume(item);
                    }

                    isFirst = false;
                    return await course.Failure.ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The ledger has ended whatever rested.
        }
        catch (Exception)
        {
            // A document whose pauses cannot be kept is tried at once rather than never.
            ledger.Resume(item);
        }
    }
}
