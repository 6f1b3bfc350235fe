namespace FastMd.Engine.Reports.Live;

/// <summary>
/// Knows which processes of a job say nothing any more: those that were killed, or cannot be reached. Clocks of machines differ, so it goes by when it heard something
/// new itself; only of what it hears for the first time the process's own time is believed. Safe for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Hearing(TimeProvider time)
{
    /// <summary>How long a process may say nothing: each tells of itself once a second, and a machine may be busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly object _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, long Heard, bool HasChanged)> _last = new(StringComparer.Ordinal);

    /// <summary>Whether a process that should run says nothing any more.</summary>
    public bool IsSilent(LiveReport part)
    {
        ArgumentNullException.ThrowIfNull(part);
        lock (_gate)
        {
            if (part.State != LiveState.Running)
            {
                _last.Remove(part.Id);
                return false;
            }

            if (!_last.TryGetValue(part.Id, out var last) || last.At != part.At)
            {
                last = _last[part.Id] = (part.At, time.GetTimestamp(), HasChanged: _last.ContainsKey(part.Id));
            }

            return time.GetElapsedTime(last.Heard) > Patience || (!last.HasChanged && time.GetUtcNow() - part.At > Patience);
        }
    }
}
