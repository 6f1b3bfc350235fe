using FastMd.Engine.Coordination.Cluster;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>The streams of a job: chunks in a work queue, and results.</summary>
internal sealed class NatsStreams(NatsLink link, ClusterJob job)
{
    // What nobody came back for goes away.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromDays(7);

    private const int MaximumPending = 100_000;

    /// <summary>Makes sure that they are there.</summary>
    /// <returns>Position of the last result that there is; 0 where there is none.</returns>
    /// <exception cref="SharedJobException">They cannot be made.</exception>
    public ulong Prepare()
    {
        try
        {
            link.Call(token => link.JetStream.CreateOrUpdateStreamAsync(
                new(NatsNames.WorkOf(job.Id), [NatsNames.WorkSubject(job.Id, ">")])
                {
                    Description = job.Name,
                    Retention = StreamConfigRetention.Workqueue,
                    Storage = StreamConfigStorage.File,

                    // A chunk that waits is not queued twice. No message identifiers: they would swallow a chunk that is rightly sent again.
                    MaxMsgsPerSubject = 1,
                    Discard = StreamConfigDiscard.New,
                    DiscardNewPerSubject = true,
                    MaxAge = MaximumAge,
                },
                token));
            var results = link.Call(token => link.JetStream.CreateOrUpdateStreamAsync(
                new(NatsNames.ResultsOf(job.Id), [NatsNames.ResultSubject(job.Id, ">")])
                {
                    Description = job.Name,
                    Retention = StreamConfigRetention.Limits,
                    Storage = StreamConfigStorage.File,
                    AllowDirect = true,
                    MaxAge = MaximumAge,
                },
                token));
            link.Call(token => link.JetStream.CreateOrUpdateConsumerAsync(
                NatsNames.WorkOf(job.Id),
                new ConsumerConfig(NatsNames.Consumer)
                {
                    AckPolicy = ConsumerConfigAckPolicy.Explicit,
                    AckWait = job.Lease,
                    MaxAckPending = MaximumPending,

                    // What is given up leaves a result, which a limit here would not: the message would stay, and its advisory has no content.
                    MaxDeliver = -1,
                },
                token));
            return results.Info.State.LastSeq;
        }
        catch (NatsJSException failure)
        {
            throw NatsErrors.Explain(link.Server, failure);
        }
    }

    /// <summary>Whether both are there.</summary>
    public bool Exist()
        => link.Find(token => link.JetStream.GetStreamAsync(NatsNames.WorkOf(job.Id), cancellationToken: token)) is not null
            && link.Find(token => link.JetStream.GetStreamAsync(NatsNames.ResultsOf(job.Id), cancellationToken: token)) is not null;

    /// <summary>How many chunks wait for a worker, or are with one.</summary>
    public long Waiting(CancellationToken cancellation = default)
        => link.Find(token => link.JetStream.GetStreamAsync(NatsNames.WorkOf(job.Id), cancellationToken: token), cancellation)?.Info.State.Messages ?? 0;

    /// <summary>Takes back what no worker has begun.</summary>
    public void Withdraw() => link.TryOnce(async token => await link.JetStream.PurgeStreamAsync(NatsNames.WorkOf(job.Id), new(), token).ConfigureAwait(false));

    /// <summary>Removes both.</summary>
    public void Remove()
    {
        link.TryOnce(async token => await link.JetStream.DeleteStreamAsync(NatsNames.WorkOf(job.Id), token).ConfigureAwait(false));
        link.TryOnce(async token => await link.JetStream.DeleteStreamAsync(NatsNames.ResultsOf(job.Id), token).ConfigureAwait(false));
    }
}
