using System.Collections.Concurrent;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>What the processes of jobs tell of themselves, for those who watch: a key-value bucket. Nothing depends on it.</summary>
internal sealed class NatsLive(NatsLink link, NatsBuckets buckets)
{
    // Who looks at a job that is over does so soon, or has its report.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, byte[]> _told = new(StringComparer.Ordinal);
    private int _isWatched;

    /// <summary>Tells.</summary>
    /// <param name="job">The job.</param>
    /// <param name="id">Distinguishes the process.</param>
    /// <param name="told">What it tells, in the place of what it told before.</param>
    public void Tell(string job, string id, byte[] told) => link.TryOnce(async token =>
    {
        var store = await buckets.StoreAsync(NatsNames.Live, Age, token).ConfigureAwait(false);
        await store.PutAsync($"{job}.{id}", told, NatsRawSerializer<byte[]>.Default, token).ConfigureAwait(false);
    });

    /// <summary>What each process of every job told last.</summary>
    public IReadOnlyCollection<byte[]> Told()
    {
        if (Interlocked.Exchange(ref _isWatched, 1) == 0)
        {
            buckets.Watch(NatsNames.Live, Age, See);
        }

        return [.. _told.Values];
    }

    private void See(NatsKVEntry<byte[]> entry)
    {
        if (entry is { Operation: NatsKVOperation.Put, Value: { } told })
        {
            _told[entry.Key] = told;
        }
        else
        {
            _told.TryRemove(entry.Key, out _);
        }
    }
}
