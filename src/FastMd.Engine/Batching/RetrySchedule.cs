namespace FastMd.Engine.Batching;

/// <summary>
/// The back-off between attempts after transient failures: exponential with jitter, or the delay that the failing service asked for. No worker is
/// blocked meanwhile.
/// </summary>
internal sealed class RetrySchedule(BatchCoordinator coordinator, RetryOptions options, TimeProvider time, CancellationToken cancellation)
{
    // Starting from one tick, further doublings exceed the longest back-off.
    private const int MostDoublings = 32;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // Longer than a caller would wait, and within the range of a timer.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>The current attempt failed; the next comes after a pause.</summary>
    /// <param name="item">The document; nobody else has it.</param>
    /// <param name="failedAttempts">Attempts of it that failed in this way, this one included.</param>
    /// <param name="retryAfter">Pause asked for; null where there is none.</param>
    public void RetryLater(BatchItem item, int failedAttempts, TimeSpan? retryAfter)
    {
        if (coordinator.TryBackOff(item))
        {
            _ = ResumeAsync(item, BackOff(options.FirstDelay, failedAttempts, retryAfter, Random.Shared.NextDouble()));
        }
    }

    /// <summary>
    /// The back-off before the next attempt: the delay asked for, up to an hour; otherwise the first delay, doubled with each failed attempt up to a
    /// minute, with up to 25 percent jitter so that documents that failed together are not retried together.
    /// </summary>
    /// <param name="first">The first pause.</param>
    /// <param name="failedAttempts">Attempts that failed.</param>
    /// <param name="retryAfter">Pause asked for; null where there is none.</param>
    /// <param name="jitter">Evenly spread from 0 to 1.</param>
    internal static TimeSpan BackOff(TimeSpan first, int failedAttempts, TimeSpan? retryAfter, double jitter)
    {
        if (retryAfter is { } asked && asked >= TimeSpan.Zero)
        {
            return asked < LongestAsked ? asked : LongestAsked;
        }

        var ticks = first.Ticks * Math.Pow(2, Math.Min(failedAttempts, MostDoublings) - 1) * (0.75 + (jitter / 2));
        return ticks < Longest.Ticks ? TimeSpan.FromTicks((long)ticks) : Longest;
    }

    private async Task ResumeAsync(BatchItem item, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The coordinator has already completed the suspended documents.
            return;
        }
        catch (Exception)
        {
            // If the delay cannot be scheduled, retry at once rather than never.
        }

        coordinator.Resume(item);
    }
}
