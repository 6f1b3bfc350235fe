using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.KeyValueStore;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>Key-value buckets at the broker, which are made when they are first used, and watched.</summary>
internal sealed class NatsBuckets(NatsLink link) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NatsKVContext _context = new(link.JetStream);
    private readonly List<Task> _watches = [];

    /// <summary>A bucket.</summary>
    /// <param name="bucket">Its name.</param>
    /// <param name="age">How long it keeps a value; zero for ever.</param>
    public INatsKVStore Store(string bucket, TimeSpan age) => link.Call(token => StoreAsync(bucket, age, token));

    /// <summary>A bucket.</summary>
    /// <param name="bucket">Its name.</param>
    /// <param name="age">How long it keeps a value; zero for ever.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async ValueTask<INatsKVStore> StoreAsync(string bucket, TimeSpan age, CancellationToken cancellation)
    {
        try
        {
            return await _context.GetStoreAsync(bucket, cancellation).ConfigureAwait(false);
        }
        catch (NatsJSApiException absent) when (absent.Error.ErrCode == NatsErrors.StreamNotFound)
        {
            // Who may only use a bucket, and not make it, finds it made.
            return await _context.CreateStoreAsync(new NatsKVConfig(bucket) { History = 1, MaxAge = age, Description = "FastMd" }, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sees all values of a bucket, and each that comes, until the connection is closed.</summary>
    /// <param name="bucket">Its name.</param>
    /// <param name="age">How long it keeps a value.</param>
    /// <param name="see">Receives each.</param>
    /// <param name="keys">Pattern of the keys.</param>
    public void Watch(string bucket, TimeSpan age, Action<NatsKVEntry<byte[]>> see, string keys = ">")
    {
        var watch = Task.Run(async () =>
        {
            while (!link.Closing.IsCancellationRequested)
            {
                try
                {
                    var store = await StoreAsync(bucket, age, link.Closing).ConfigureAwait(false);
                    await foreach (var entry in store.WatchAsync(keys, NatsRawSerializer<byte[]>.Default, cancellationToken: link.Closing).ConfigureAwait(false))
                    {
                        see(entry);
                    }
                }
                catch (Exception failure) when (link.Closing.IsCancellationRequested || NatsErrors.MayPass(failure) || failure is NatsJSException or NatsKVException)
                {
                    // The broker is away: what is known stays known until it is back. Or the connection is being closed.
                }

                try
                {
                    await Task.Delay(Pause, link.Time, link.Closing).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        });
        lock (_watches)
        {
            _watches.Add(watch);
        }
    }

    /// <summary>Waits for the watches, which end with the connection.</summary>
    public void Dispose()
    {
        lock (_watches)
        {
            Task.WaitAll([.. _watches], TimeSpan.FromSeconds(2));
        }
    }
}
