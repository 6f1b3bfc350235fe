using System.Collections.Concurrent;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents.Records;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>Which jobs there are, and which workers each has: two key-value buckets, which are watched.</summary>
internal sealed class NatsJobs(NatsLink link, NatsBuckets buckets)
{
    /// <summary>How long a worker counts that says nothing.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Published, ClusterJob Job)> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (long Seen, string Name, string? Refusal)> _workers = new(StringComparer.Ordinal);
    private int _isListed;

    /// <summary>The jobs there are, the oldest first.</summary>
    public IReadOnlyList<ClusterJob> All()
    {
        if (Interlocked.Exchange(ref _isListed, 1) == 0)
        {
            buckets.Watch(NatsNames.Jobs, TimeSpan.Zero, SeeJob);
        }

        return [.. _jobs.Values.OrderBy(static job => job.Published).Select(static job => job.Job)];
    }

    /// <summary>Whether a job that was listed is there as it was, in the same run.</summary>
    public bool Has(ClusterJob job) => _jobs.TryGetValue(job.Id, out var known) && known.Job.Hash == job.Hash && known.Job.Run == job.Run;

    /// <summary>Whether what documents of a job become is still the same.</summary>
    public bool Becomes(ClusterJob job) => _jobs.TryGetValue(job.Id, out var known) && known.Job.Hash == job.Hash;

    /// <summary>The job that is published under a name; null where none is, or one of another version.</summary>
    public ClusterJob? Find(string id)
    {
        var store = buckets.Store(NatsNames.Jobs, TimeSpan.Zero);
        var found = link.Call(token => store.TryGetEntryAsync(id, serializer: NatsRawSerializer<byte[]>.Default, cancellationToken: token));
        return found.Success ? Read(id, found.Value.Value) : null;
    }

    /// <summary>Publishes a job.</summary>
    public void Put(ClusterJob job)
    {
        var store = buckets.Store(NatsNames.Jobs, TimeSpan.Zero);
        link.Call(token => store.PutAsync(job.Id, job.Write(), NatsRawSerializer<byte[]>.Default, token));
    }

    /// <summary>A job is over.</summary>
    public void Remove(string id)
    {
        var store = buckets.Store(NatsNames.Jobs, TimeSpan.Zero);
        link.TryOnce(token => store.PurgeAsync(id, cancellationToken: token));
    }

    /// <summary>Begins to see the workers of a job.</summary>
    public void WatchWorkers(string job) => buckets.Watch(NatsNames.Workers, Presence, SeeWorker, $"{job}.*");

    /// <summary>The workers that are watched and said something lately, and why they refuse the job where they do.</summary>
    public IEnumerable<(string Name, string? Refusal)> Workers()
        => _workers.Values.Where(worker => link.Time.GetElapsedTime(worker.Seen) < Presence).Select(static worker => (worker.Name, worker.Refusal));

    /// <summary>Says that a worker is there.</summary>
    /// <param name="job">The job.</param>
    /// <param name="id">Names the worker.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="refusal">Why it refuses the job, or documents of it; null where it does not.</param>
    public void SayPresent(string job, string id, string name, string? refusal)
    {
        var writer = new RecordWriter();
        writer.Text(name);
        writer.Optional(refusal);
        var message = writer.Written.ToArray();
        link.TryOnce(async token =>
        {
            var store = await buckets.StoreAsync(NatsNames.Workers, Presence, token).ConfigureAwait(false);
            await store.PutAsync($"{job}.{id}", message, NatsRawSerializer<byte[]>.Default, token).ConfigureAwait(false);
        });
    }

    private static ClusterJob? Read(string id, byte[]? message)
    {
        try
        {
            return message is null ? null : ClusterJob.Read(id, message);
        }
        catch (InvalidDataException)
        {
            // It is of another version: workers of that version are for it.
            return null;
        }
    }

    private void SeeJob(NatsKVEntry<byte[]> entry)
    {
        if (entry.Operation == NatsKVOperation.Put && Read(entry.Key, entry.Value) is { } job)
        {
            _jobs[entry.Key] = (entry.Created, job);
        }
        else
        {
            _jobs.TryRemove(entry.Key, out _);
        }
    }

    private void SeeWorker(NatsKVEntry<byte[]> entry)
    {
        if (entry is { Operation: NatsKVOperation.Put, Value: { } message })
        {
            var reader = new RecordReader(message);
            _workers[entry.Key] = (link.Time.GetTimestamp(), reader.Text(), reader.Optional());
        }
    }
}
