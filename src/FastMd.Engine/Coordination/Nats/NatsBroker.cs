using System.Globalization;
using FastMd.Engine.Coordination.Cluster;
using NATS.Client.Core;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>Jobs at a NATS server with JetStream. docs/cluster.md says what is kept there.</summary>
internal sealed class NatsBroker : IClusterBroker
{
    private static readonly string Machine = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");

    private readonly NatsLink _link;
    private readonly NatsBuckets _buckets;
    private readonly NatsJobs _jobs;
    private readonly NatsLive _live;
    private readonly NatsFiles _files;

    private NatsBroker(NatsLink link)
    {
        _link = link;
        _buckets = new(link);
        _jobs = new(link, _buckets);
        _live = new(link, _buckets);
        _files = new(link);
    }

    /// <summary>Connects.</summary>
    /// <param name="url">Address, which <see cref="NatsCredentials.TryRead"/> has checked.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SharedJobException">The server cannot be reached, or lets nobody in.</exception>
    public static NatsBroker Connect(string url, Func<string, string?> variable, TimeProvider time)
        => new(NatsLink.Open(url, variable, $"fastmd {Machine}", time));

    /// <inheritdoc/>
    public IWorkSource Publisher(ClusterJob job, bool isOrdered) => new NatsWorkSource(_link, _jobs, _files, job, isOrdered);

    /// <inheritdoc/>
    public IReadOnlyList<ClusterJob> Jobs() => _jobs.All();

    /// <inheritdoc/>
    public bool Has(ClusterJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return _jobs.Has(job);
    }

    /// <inheritdoc/>
    public bool HasWork(ClusterJob job, CancellationToken cancellation)
    {
        try
        {
            return new NatsStreams(_link, job).Waiting(cancellation) > 0;
        }
        catch (Exception failure) when (failure is SharedJobException or NatsException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IWorkClaims Join(ClusterJob job, int parallelism, Func<bool> isAdvancing) => new NatsClaims(_link, _jobs, _files, job, parallelism, Machine, isAdvancing);

    /// <inheritdoc/>
    public void Refuse(ClusterJob job, string reason)
    {
        ArgumentNullException.ThrowIfNull(job);
        _jobs.SayPresent(job.Id, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{reason.GetHashCode(StringComparison.Ordinal):x}"), Machine, reason);
    }

    /// <inheritdoc/>
    public void PutFile(string job, string name, string path) => _files.PutFile(job, name, path, _link.Closing);

    /// <inheritdoc/>
    public void GetFile(string job, string name, string path) => _files.GetFile(job, name, path, _link.Closing);

    /// <inheritdoc/>
    public void Tell(string job, string id, byte[] told) => _live.Tell(job, id, told);

    /// <inheritdoc/>
    public IReadOnlyCollection<byte[]> Told() => _live.Told();

    /// <inheritdoc/>
    public void Dispose()
    {
        _link.Dispose();
        _buckets.Dispose();
    }
}
