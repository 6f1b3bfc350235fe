using System.Collections.Concurrent;
using System.Globalization;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>
/// The side of a worker. One thread fetches chunks before they are needed, one sends results, and one says that the worker is at them, as long as
/// documents advance. A chunk is this worker's as long as the broker says so: an acknowledgement fences nothing, the first result does.
/// </summary>
internal sealed class NatsClaims : IWorkClaims
{
    // A chunk that two workers did not come back from is split.
    private const int ChunkDeliveries = 2;
    private const int HeartbeatsPerLease = 3;
    private const int DocumentsPerChunk = 32;

    private static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Presence = NatsJobs.Presence / 3;

    private readonly NatsLink _link;
    private readonly NatsJobs _jobs;
    private readonly NatsResults _results;
    private readonly ClusterJob _job;
    private readonly string _id = Guid.NewGuid().ToString("N")[..12];
    private readonly string _name;
    private readonly Func<bool> _isAdvancing;
    private readonly CancellationTokenSource _leaving;
    private readonly SemaphoreSlim _room;
    private readonly ConcurrentQueue<HeldChunk> _fetched = new();
    private readonly BlockingCollection<HeldChunk> _done = [];
    private readonly ConcurrentDictionary<HeldChunk, byte> _held = new();
    private readonly ConcurrentDictionary<int, HeldChunk> _byItem = new();

    // Under load nats-server 2.9.10 now and then counts the delivery after a negative acknowledgement as the first.
    private readonly ConcurrentDictionary<ulong, byte> _givenBack = new();
    private readonly NatsThreads _threads;
    private string? _refusal;
    private int _nextItem;

    public NatsClaims(NatsLink link, NatsJobs jobs, NatsFiles files, ClusterJob job, int parallelism, string name, Func<bool> isAdvancing)
    {
        _link = link;
        _jobs = jobs;
        _job = job;
        _name = name;
        _isAdvancing = isAdvancing;
        _results = new(link, files, job.Id);
        _room = new(2 + (parallelism / DocumentsPerChunk));
        _leaving = CancellationTokenSource.CreateLinkedTokenSource(link.Closing);
        _threads = new(link, _leaving.Token);
        _threads.Start("FastMd fetch", Fetch);
        _threads.Start("FastMd send", SendAll);
        _threads.Start("FastMd heartbeat", Beat);
    }

    /// <inheritdoc/>
    public WorkClaim? Claim()
    {
        _threads.ThrowIfFailed();
        if (!_fetched.TryDequeue(out var chunk))
        {
            return null;
        }

        chunk.First = _nextItem;
        _nextItem += chunk.Outcomes.Length;
        var items = Enumerable.Range(chunk.First, chunk.Outcomes.Length).ToArray();
        foreach (var item in items)
        {
            _byItem[item] = chunk;
        }

        return new((long)chunk.Sequence, items) { Work = chunk.Work, IsRepeated = chunk.Deliveries > 1 || _givenBack.ContainsKey(chunk.Sequence) };
    }

    /// <inheritdoc/>
    public void Begin(int item)
    {
        // What a worker was at when it died is found by trying the documents of its chunk one by one.
    }

    /// <inheritdoc/>
    public void Renew()
    {
        // A thread of its own does.
    }

    /// <inheritdoc/>
    public bool Holds(int item) => _byItem.TryGetValue(item, out var chunk) && !chunk.IsLost(_link.Time) && _jobs.Becomes(_job);

    /// <inheritdoc/>
    public bool Complete(int item, ItemOutcome outcome)
    {
        if (!_byItem.TryRemove(item, out var chunk))
        {
            return false;
        }

        chunk.Outcomes[item - chunk.First] = outcome;
        if (chunk.TakeOutcome())
        {
            _done.Add(chunk);
        }

        return !chunk.IsLost(_link.Time);
    }

    /// <inheritdoc/>
    public void Abandon(IEnumerable<int> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var chunk in items.Select(item => _byItem.GetValueOrDefault(item)).OfType<HeldChunk>().Distinct())
        {
            GiveBack(chunk, TimeSpan.Zero);
        }
    }

    /// <summary>Sends what is done, and gives back what is not.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _done.CompleteAdding();
        _threads.Join();

        foreach (var chunk in _held.Keys)
        {
            GiveBack(chunk, TimeSpan.Zero);
        }

        _jobs.SayPresent(_job.Id, _id, _name, _refusal);
        _done.Dispose();
        _room.Dispose();
        _leaving.Dispose();
    }

    private void Fetch()
    {
        while (true)
        {
            _room.Wait(_leaving.Token);
            HeldChunk? chunk = null;
            while (chunk is null)
            {
                chunk = FetchNext();
            }

            _held[chunk] = 0;
            _fetched.Enqueue(chunk);
            if (chunk.IsSuspect)
            {
                // It may end this process: what was fetched with it would be blamed, too.
                chunk.Left.Wait(_leaving.Token);
            }
        }
    }

    /// <summary>The next chunk that is to be done; null where there is none for now.</summary>
    private HeldChunk? FetchNext()
    {
        _leaving.Token.ThrowIfCancellationRequested();
        try
        {
            var consumer = _link.Find(token => _link.JetStream.GetConsumerAsync(NatsNames.WorkOf(_job.Id), NatsNames.Consumer, token), _leaving.Token);
            for (var sinceLook = _link.Time.GetTimestamp(); consumer is not null && _link.Time.GetElapsedTime(sinceLook) < NatsJobs.Presence;)
            {
                var message = consumer.NextAsync(NatsRawSerializer<byte[]>.Default, new NatsJSNextOpts { Expires = FetchTime }, _leaving.Token).AsTask().GetAwaiter().GetResult();
                if (message is { Data: { } data, Metadata: not null } && Accept(message, data) is { } chunk)
                {
                    return chunk;
                }
            }
        }
        catch (Exception failure) when (NatsErrors.MayPass(failure) || failure is NatsJSException or SharedJobException)
        {
            // The broker is away, or the job is over.
        }

        _link.Pause(Pause, _leaving.Token);
        return null;
    }

    private HeldChunk? Accept(INatsJSMsg<byte[]> message, byte[] data)
    {
        var key = NatsNames.KeyOf(message.Subject);

        // After a crash of the broker, chunks that were done come back as if they were new.
        if (_results.Has(key, _leaving.Token))
        {
            Acknowledge(message);
            return null;
        }

        ChunkMessage content;
        try
        {
            content = ChunkMessage.Read(data);
        }
        catch (InvalidDataException)
        {
            // Nobody can do it, and who published the job sends what is missing again.
            _link.TryOnce(token => message.AckTerminateAsync(cancellationToken: token));
            return null;
        }

        if (content.Job != _job.Hash || (content.Run != _job.Run && _jobs.Find(_job.Id)?.Run != _job.Run))
        {
            // The job of this name is another one now, or another run, with another destination: whoever joins that does it.
            _link.TryOnce(token => message.NakAsync(cancellationToken: token));
            _link.Pause(Pause, _leaving.Token);
            return null;
        }

        var chunk = new HeldChunk(message, key, content.Work, (int)message.Metadata!.Value.NumDelivered, _link.Time.GetTimestamp(), _job.Lease);
        var isAlone = chunk.Work.Count == 1;
        if (chunk.Deliveries <= (isAlone ? _job.Attempts : ChunkDeliveries))
        {
            return chunk;
        }

        chunk.Outcomes = isAlone
            ? [new(new(DiagnosticCodes.WorkersLost, string.Create(CultureInfo.InvariantCulture, $"{chunk.Deliveries - 1} workers ended, or said nothing for {_job.Lease.TotalSeconds:0.#} s, while they had the document.")))]
            : [];
        Send(chunk);
        return null;
    }

    private void SendAll()
    {
        foreach (var chunk in _done.GetConsumingEnumerable())
        {
            try
            {
                Finish(chunk);
            }
            catch (Exception failure) when (failure is SharedJobException or OperationCanceledException or NatsJSException)
            {
                // The broker was away for too long: it gives the chunk to another worker.
            }
            finally
            {
                Forget(chunk);
            }
        }
    }

    private void Finish(HeldChunk chunk)
    {
        if (chunk.Outcomes.Any(static outcome => outcome.Error?.Code == DiagnosticCodes.ClaimLost))
        {
            // Another worker has it.
            return;
        }

        // Another worker may see what this one does not, or sees otherwise; the last one says so.
        if (chunk.Deliveries < _job.Attempts && chunk.Outcomes.FirstOrDefault(static outcome => outcome is { Error: not null, IsFinal: false })?.Error is { } refused)
        {
            Refuse(refused.Message);
            GiveBack(chunk, RefusalPause);
            return;
        }

        Send(chunk);
    }

    private void Send(HeldChunk chunk)
    {
        if (_results.Publish(chunk.Key, new(chunk.Outcomes), _link.Closing) is { } error)
        {
            Refuse(NatsErrors.Full(_link.Server, error).Message.TrimEnd('.'));
            GiveBack(chunk, RefusalPause);
            return;
        }

        Acknowledge(chunk.Message);
    }

    private void Refuse(string reason)
    {
        _refusal = reason;
        _jobs.SayPresent(_job.Id, _id, _name, reason);
    }

    // An acknowledgement that is lost costs a delivery, which finds the result.
    private void Acknowledge(INatsJSMsg<byte[]> message) => _link.TryOnce(token => message.AckAsync(cancellationToken: token));

    private void GiveBack(HeldChunk chunk, TimeSpan delay)
    {
        _givenBack[chunk.Sequence] = 0;
        _link.TryOnce(token => chunk.Message.NakAsync(new AckOpts { NakDelay = delay }, token));
        Forget(chunk);
    }

    private void Forget(HeldChunk chunk)
    {
        if (_held.TryRemove(chunk, out _) && !_leaving.IsCancellationRequested)
        {
            chunk.Left.Set();
            _room.Release();
        }
    }

    private void Beat()
    {
        var period = _job.Lease / HeartbeatsPerLease;
        var saidPresent = long.MinValue;
        do
        {
            if (saidPresent == long.MinValue || _link.Time.GetElapsedTime(saidPresent) >= Presence)
            {
                saidPresent = _link.Time.GetTimestamp();
                _jobs.SayPresent(_job.Id, _id, _name, _refusal);
            }

            foreach (var chunk in _isAdvancing() ? _held.Keys : [])
            {
                // Only what the broker answers counts: a message into the void keeps nothing.
                var at = _link.Time.GetTimestamp();
                if (_link.TryOnce(token => chunk.Message.AckProgressAsync(new AckOpts { DoubleAck = true }, token)))
                {
                    chunk.RenewedAt(at);
                }
            }
        }
        while (_link.Pause(period < Presence ? period : Presence, _leaving.Token));
    }

    /// <summary>A chunk that this worker has.</summary>
    private sealed class HeldChunk(INatsJSMsg<byte[]> message, string key, IReadOnlyList<ReadOnlyMemory<byte>> work, int deliveries, long fetchedAt, TimeSpan lease)
    {
        // The server's clock began when it sent the chunk: this side gives up before it does.
        private const double SafeShare = 0.9;

        private long _renewedAt = fetchedAt;
        private int _left = work.Count;

        public INatsJSMsg<byte[]> Message => message;

        public string Key => key;

        /// <summary>Number of the message.</summary>
        public ulong Sequence => message.Metadata!.Value.Sequence.Stream;

        public IReadOnlyList<ReadOnlyMemory<byte>> Work => work;

        public int Deliveries => deliveries;

        /// <summary>Whether a worker may have ended because of it, or one of a chunk that did was split off as it.</summary>
        public bool IsSuspect => deliveries > 1 || work.Count == 1;

        /// <summary>Set when the worker has it no more.</summary>
        public ManualResetEventSlim Left { get; } = new();

        public ItemOutcome[] Outcomes { get; set; } = new ItemOutcome[work.Count];

        /// <summary>Number of its first document, in this process.</summary>
        public int First { get; set; }

        /// <summary>Takes an outcome in; true for the last one.</summary>
        public bool TakeOutcome() => Interlocked.Decrement(ref _left) == 0;

        public void RenewedAt(long moment) => Volatile.Write(ref _renewedAt, moment);

        /// <summary>Whether another worker may have it.</summary>
        public bool IsLost(TimeProvider time) => time.GetElapsedTime(Volatile.Read(ref _renewedAt)) >= lease * SafeShare;
    }
}
