using FastMd.Engine.Configuration;

namespace FastMd.Engine.Steps.Limiting;

/// <summary>
/// Counts the calls that this process makes. The library's own token bucket reads the system's clock, takes no token in advance and cannot be pushed
/// back (docs/decisions/0034-steps.md).
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LocalRateLedger(TimeProvider time) : IRateLedger
{
    // One for the process: a service counts calls, whichever job they come from. Watching makes a job of each change.
    private static readonly LocalRateLedger OfThisProcess = new(TimeProvider.System);

    private readonly long _origin = time.GetTimestamp();
    private readonly Dictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The one that goes by a clock.</summary>
    /// <param name="time">The clock.</param>
    public static LocalRateLedger Of(TimeProvider time) => ReferenceEquals(time, TimeProvider.System) ? OfThisProcess : new(time);

    /// <inheritdoc/>
    public TimeSpan Reserve(string resource, RateLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        lock (_buckets)
        {
            var now = Now();
            var (left, usableAt) = _buckets.GetValueOrDefault(resource, new(now, 0)).Take(now, limit.Tokens, limit.Period.Ticks);
            _buckets[resource] = left;
            return TimeSpan.FromTicks(usableAt - now);
        }
    }

    /// <inheritdoc/>
    public void PushBack(string resource, TimeSpan pause)
    {
        lock (_buckets)
        {
            var now = Now();
            _buckets[resource] = _buckets.GetValueOrDefault(resource, new(now, 0)).PushedBack(now + pause.Ticks);
        }
    }

    private long Now() => time.GetElapsedTime(_origin).Ticks;
}
