using System.Collections.Concurrent;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>What the processes of jobs tell of themselves, for those who watch: a key-value bucket. Nothing depends on it.</summary>
internal sealed class NatsLive(NatsLink link, NatsBuckets buckets)
{
    // Who looks at a job that is over does so soon, or has its report.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    // The job waits for it at its end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The bucket may be left out of what a process is permitted: the broker does not answer then.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    // Of more than that nobody sees anything; it is some tens of megabytes.
    private const int MostProcesses = 1000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Created, byte[] Told)> _told = new(StringComparer.Ordinal);
    private long _failed;
    private int _isWatched;

    /// <summary>Tells.</summary>
    /// <param name="job">The job.</param>
    /// <param name="id">Distinguishes the process.</param>
    /// <param name="told">What it tells, in the place of what it told before.</param>
    public void Tell(string job, string id, byte[] told)
    {
        if (Volatile.Read(ref _failed) is not 0 and var failed && link.Time.GetElapsedTime(failed) < PauseAfterFailure)
        {
            return;
        }

        var isTold = link.TryOnce(async closing =>
        {
            using var limit = new CancellationTokenSource(Patience, link.Time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(closing, limit.Token);
            var store = await buckets.StoreAsync(NatsNames.Live, Age, both.Token).ConfigureAwait(false);
            await store.PutAsync($"{job}.{id}", told, NatsRawSerializer<byte[]>.Default, both.Token).ConfigureAwait(false);
        });
        Volatile.Write(ref _failed, isTold ? 0 : link.Time.GetTimestamp());
    }

    /// <summary>What each process of every job told last.</summary>
    public IReadOnlyCollection<byte[]> Told()
    {
        if (Interlocked.Exchange(ref _isWatched, 1) == 0)
        {
            buckets.Watch(NatsNames.Live, Age, See);
        }

        return [.. _told.Values.Select(static part => part.Told)];
    }

    private void See(NatsKVEntry<byte[]> entry)
    {
        if (entry is { Operation: NatsKVOperation.Put, Value: { } told })
        {
            _told[entry.Key] = (entry.Created, told);
            while (_told.Count > MostProcesses)
            {
                _told.TryRemove(_told.MinBy(static part => part.Value.Created).Key, out _);
            }
        }
        else
        {
            _told.TryRemove(entry.Key, out _);
        }
    }
}
