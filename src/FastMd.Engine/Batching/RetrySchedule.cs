namespace FastMd.Engine.Batching;

/// <summary>
/// Pauses between the failedAttempts of a document whose reading or writing failed in a way that may pass: exponential with jitter, or as long as
/// whoever refused it asked for. No worker waits meanwhile.
/// </summary>
internal sealed class RetrySchedule(BatchCoordinator coordinator, RetryOptions options, TimeProvider time, CancellationToken cancellation)
{
    // From a tick on, more lead beyond the longest pause.
    private const int MostDoublings = 32;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // Longer than anybody would wait, and short enough for a timer.
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
    /// How long a document rests: what was asked for, up to an hour; else the first pause, doubled with each further try, up to a quarter
    /// more or less so that documents that failed together do not come back together, and a minute at most.
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
            // The coordinator has ended whatever rested.
            return;
        }
        catch (Exception)
        {
            // A document whose pause cannot be kept is tried at once rather than never.
        }

        coordinator.Resume(item);
    }
}
