using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Steps.Limiting;

/// <summary>
/// The rate limit of a step: first come, first served, so many at once, each when the ledger says so. Only who is among those at once takes a token: what
/// is given up while it waits has wasted none.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Its limiters hold no handle, and a document that was given up may come back late.")]
internal sealed class StepLimiter
{
    private readonly RateLimiter _all;
    private readonly LedgerRateLimiter _turns;

    /// <param name="ledger">Counts the calls.</param>
    /// <param name="resource">Name of what is called.</param>
    /// <param name="limit">How often it may be called.</param>
    /// <param name="time">The clock.</param>
    public StepLimiter(IRateLedger ledger, string resource, RateLimit limit, TimeProvider time)
    {
        _turns = new(ledger, resource, limit, time);
        _all = RateLimiter.CreateChained(
            new ConcurrencyLimiter(new() { PermitLimit = limit.Concurrency, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }),
            _turns);
    }

    /// <summary>Waits for a turn; it ends when it is disposed.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RateLimitLease Wait(CancellationToken cancellation) => _all.AcquireAsync(1, cancellation).AsTask().GetAwaiter().GetResult();

    /// <summary>What is called asked for a pause.</summary>
    /// <param name="pause">The pause, from now.</param>
    public void PushBack(TimeSpan pause) => _turns.PushBack(pause);
}
