using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Counts the calls of all processes that share a job, in its journal.</summary>
/// <param name="work">The job; asked for once documents are converted.</param>
/// <param name="time">The clock. The system's counts from the start of the machine, and is the same for all its processes.</param>
internal sealed class JournalRateLedger(Func<JournalWorkSource> work, TimeProvider time) : IRateLedger
{
    // No token is reserved for later than this, and no pause is longer: a mark beyond it was made before the machine was started again.
    private const long LatestMilliseconds = 2 * 60 * 60 * 1000;

    /// <inheritdoc/>
    public TimeSpan Reserve(string resource, RateLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit == RateLimit.None)
        {
            // Nothing is counted; a pause that was asked for is kept all the same.
            var now = Now();
            var known = BucketOf(work().Read(state => state.Rates.GetValueOrDefault(resource)), now);
            return TimeSpan.FromMilliseconds(Math.Max(0, known.FilledAt - now));
        }

        var wait = 0L;
        work().Reserve(resource, mark =>
        {
            var now = Now();
            var (left, usableAt) = BucketOf(mark, now).Take(now, limit.Tokens, (long)limit.Period.TotalMilliseconds);
            wait = usableAt - now;
            return new(left.FilledAt, left.Taken);
        });
        return TimeSpan.FromMilliseconds(wait);
    }

    /// <inheritdoc/>
    public void PushBack(string resource, TimeSpan pause) => work().Reserve(resource, mark =>
    {
        var now = Now();
        var left = BucketOf(mark, now).PushedBack(now + (long)pause.TotalMilliseconds);
        return new(left.FilledAt, left.Taken);
    });

    private static RateBucket BucketOf(RateMark mark, long now)
        => mark.FilledAt > now + LatestMilliseconds || mark == default ? new(now, 0) : new(mark.FilledAt, mark.Taken);

    private long Now() => (long)time.GetElapsedTime(0, time.GetTimestamp()).TotalMilliseconds;
}
