using System.Threading.RateLimiting;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Steps.Limiting;

/// <summary>Lets calls of a resource begin when a ledger says so.</summary>
/// <param name="ledger">Counts the calls.</param>
/// <param name="resource">Name of the resource.</param>
/// <param name="limit">How often it may be called.</param>
/// <param name="time">The clock.</param>
internal sealed class LedgerRateLimiter(IRateLedger ledger, string resource, RateLimit limit, TimeProvider time) : RateLimiter
{
    private int _pushes;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => null;

    /// <summary>The resource asked for a pause: calls that wait for their turn wait for the end of the pause, too.</summary>
    /// <param name="pause">The pause, from now.</param>
    public void PushBack(TimeSpan pause)
    {
        ledger.PushBack(resource, pause);
        Interlocked.Increment(ref _pushes);
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        int pushes;
        do
        {
            pushes = Volatile.Read(ref _pushes);
            if (ledger.Reserve(resource, limit) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        while (pushes != Volatile.Read(ref _pushes));
        return Lease.Granted;
    }

    /// <inheritdoc/>
    /// <remarks>A token that was taken cannot be given back: who will not wait gets none.</remarks>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Lease.Refused;

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public static readonly Lease Granted = new(isAcquired: true);
        public static readonly Lease Refused = new(isAcquired: false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
