using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>
/// The side of the process that published a job. One thread sends chunks, another one takes results in; documents are handed over once workers are done
/// with them. The same job published again goes on where it was: chunks are called after what is in them.
/// </summary>
internal sealed class NatsWorkSource : IWorkSource
{
    // So many chunks are sent before those that are handed over: what waits at the broker has a bound.
    private const int MostAhead = 10_000;

    // Beyond that, results wait at the broker until those before them are there.
    private const long MostHeldBytes = 128 * 1024 * 1024;

    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AheadPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LossCheck = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lonely = TimeSpan.FromSeconds(10);

    private readonly NatsLink _link;
    private readonly NatsJobs _jobs;
    private readonly NatsFiles _files;
    private readonly NatsStreams _streams;
    private readonly NatsResults _results;
    private readonly ClusterJob _job;
    private readonly bool _isOrdered;
    private readonly NatsThreads _threads;
    private readonly ConcurrentQueue<Diagnostic> _notices = new();
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private ChunkBoard? _board;
    private RemoteWork? _remote;
    private ulong _resultsBefore;
    private long _published;
    private long _lastArrival;
    private bool _isAllSent;
    private bool _isOver;
    private bool _saidLonely;

    public NatsWorkSource(NatsLink link, NatsJobs jobs, NatsFiles files, ClusterJob job, bool isOrdered)
    {
        _link = link;
        _jobs = jobs;
        _files = files;
        _job = job;
        _isOrdered = isOrdered;
        _streams = new(link, job);
        _results = new(link, files, job.Id);
        _threads = new(link, link.Closing);
    }

    /// <inheritdoc/>
    public WorkProgress Progress => Board.Progress with { IsOver = _isOver };

    private ChunkBoard Board => _board ?? throw new InvalidOperationException("Nothing was published.");

    /// <inheritdoc/>
    public void Publish(JobPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _remote = plan.Remote ?? throw new ArgumentException("Workers have to be told what is to be done.", nameof(plan));
        _board = new(_job.Hash, plan.Items, _isOrdered, _job.Run);
        if (plan.Restarts || _jobs.Find(_job.Id)?.Hash != _job.Hash)
        {
            _streams.Remove();
        }

        _resultsBefore = _streams.Prepare();
        _jobs.Put(_job);
        _jobs.WatchWorkers(_job.Id);
        _published = _lastArrival = _link.Time.GetTimestamp();
        _threads.Start("FastMd publisher", Send);
        _threads.Start("FastMd results", Collect);
    }

    /// <inheritdoc/>
    public WorkClaim? Claim()
    {
        _threads.ThrowIfFailed();
        return Board.Claim() is { } items ? new(0, items) : null;
    }

    /// <inheritdoc/>
    public ItemOutcome? OutcomeOf(int item) => Board.OutcomeOf(item);

    /// <inheritdoc/>
    public bool TryTakeNotice([NotNullWhen(true)] out Diagnostic? notice) => _notices.TryDequeue(out notice);

    /// <inheritdoc/>
    public void Begin(int item)
    {
        // Nothing takes this process's documents away.
    }

    /// <inheritdoc/>
    public void Renew() => LookAtWorkers();

    /// <inheritdoc/>
    public bool Holds(int item) => true;

    /// <inheritdoc/>
    public bool Complete(int item, ItemOutcome outcome)
    {
        Board.Complete(item, outcome);
        return true;
    }

    /// <inheritdoc/>
    public void Abandon(IEnumerable<int> items)
    {
        // Results stay at the broker until the job is over.
    }

    /// <inheritdoc/>
    public IReadOnlyList<ItemState> Results() => Board.Results();

    /// <inheritdoc/>
    public bool TryClaimEnd() => true;

    /// <inheritdoc/>
    public void CompleteEnd()
    {
        _isOver = true;
        _jobs.Remove(_job.Id);
        _streams.Remove();
        _files.Remove(_job.Id);
    }

    /// <summary>Ends the threads. Of a job that is not over, what no worker has begun is taken back; the results stay.</summary>
    public void Dispose()
    {
        if (!_isOver && _board is not null)
        {
            _streams.Withdraw();
        }

        _link.Dispose();
        _threads.Join();
    }

    private void Send()
    {
        for (var chunk = 0; chunk < Board.Count; chunk++)
        {
            while (chunk - Board.Next > MostAhead)
            {
                if (!_link.Pause(AheadPause))
                {
                    return;
                }
            }

            Send(chunk, mayHaveResult: _resultsBefore > 0);
        }

        Volatile.Write(ref _isAllSent, true);
    }

    private void Send(int chunk, bool mayHaveResult)
    {
        var (first, count) = Board.RangeOf(chunk);
        var work = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            work[i] = _remote!.WorkOf(first + i);
            _link.Closing.ThrowIfCancellationRequested();
        }

        if (Board.Describe(chunk, work) is not ({ } key, { } message))
        {
            return;
        }

        if (mayHaveResult && _results.Find(key, _link.Closing) is { } earlier && Take(key, earlier, isEarlier: true))
        {
            return;
        }

        Queue(key, message);
    }

    private void Queue(string key, byte[] message)
    {
        if (_link.Publish(NatsNames.WorkSubject(_job.Id, key), message, isFirst: false, _link.Closing) is { } error && !NatsErrors.IsThere(error))
        {
            throw NatsErrors.Full(_link.Server, error);
        }
    }

    private void Collect()
    {
        var next = _resultsBefore + 1;
        for (var look = ShortestLook; ;)
        {
            if (Board.HeldBytes > MostHeldBytes ? TakeAwaited() : TakeNext(ref next))
            {
                look = ShortestLook;
                _lastArrival = _link.Time.GetTimestamp();
                continue;
            }

            if (!_link.Pause(look))
            {
                return;
            }

            look = look * 2 < LongestLook ? look * 2 : LongestLook;
            if (_link.Time.GetElapsedTime(_lastArrival) > LossCheck)
            {
                ReplaceLosses();
                _lastArrival = _link.Time.GetTimestamp();
            }
        }
    }

    /// <summary>Takes the next result in that the broker has, if there is one.</summary>
    private bool TakeNext(ref ulong next)
    {
        if (_results.Next(next, _link.Closing) is not ({ } key, var sequence, var result))
        {
            return false;
        }

        next = sequence + 1;
        if (result is null)
        {
            _results.Remove(key, _link.Closing);
        }
        else if (!Take(key, result, isEarlier: false))
        {
            ReplaceLosses();
        }

        return true;
    }

    /// <summary>Takes only those results in that let documents be handed over: those before and behind come by once there is room.</summary>
    private bool TakeAwaited()
    {
        var hasTaken = false;
        foreach (var key in Board.Awaited())
        {
            if (_results.Find(key, _link.Closing) is { } result)
            {
                hasTaken |= Take(key, result, isEarlier: false);
            }
        }

        return hasTaken;
    }

    /// <summary>Takes a result in. False where the chunk is to be queued again under its key.</summary>
    /// <param name="key">Key of the chunk.</param>
    /// <param name="result">The result.</param>
    /// <param name="isEarlier">Whether an earlier run may have left it.</param>
    private bool Take(string key, ChunkResult result, bool isEarlier)
    {
        switch (Board.Arrived(key, result, isEarlier ? _remote!.IsIntact : static (_, _) => true))
        {
            case ChunkArrival.Split:
                foreach (var item in Board.ItemsOf(key))
                {
                    var (alone, message) = Board.DescribeAlone(key, item, _remote!.WorkOf(item));
                    if (_results.Find(alone, _link.Closing) is not { } earlier || !Take(alone, earlier, isEarlier: true))
                    {
                        Queue(alone, message);
                    }
                }

                return true;
            case ChunkArrival.Stale:
                _results.Remove(key, _link.Closing);
                return false;
            default:
                return true;
        }
    }

    /// <summary>Sends chunks again that the broker lost: it does not write every message to the disk at once.</summary>
    private void ReplaceLosses()
    {
        if (!_streams.Exist())
        {
            _streams.Prepare();
            _jobs.Put(_job);
        }

        // What waits, or is with a worker, is still a message.
        if (Volatile.Read(ref _isAllSent) && _streams.Waiting() == 0)
        {
            foreach (var chunk in Board.MissingChunks())
            {
                // What it was split into is in its result, and may be what was lost.
                Send(chunk, mayHaveResult: true);
            }
        }
    }

    /// <summary>Says where workers refuse the job, and where there is none.</summary>
    private void LookAtWorkers()
    {
        var workers = _jobs.Workers().ToList();
        foreach (var (name, refusal) in workers)
        {
            if (refusal is not null && _refusals.Add($"{name}: {refusal}"))
            {
                _notices.Enqueue(Diagnostic.Warning(DiagnosticCodes.WorkerRefused, $"The worker {name} refused: {refusal}."));
            }
        }

        if (!_saidLonely && workers.Count == 0 && _link.Time.GetElapsedTime(_published) > Lonely && Board.Progress.Pending > 0)
        {
            _saidLonely = true;
            _notices.Enqueue(Diagnostic.Warning(DiagnosticCodes.WorkerRefused, $"No worker has joined the job yet: start some with fastmd worker --cluster {_link.Server}."));
        }
    }
}
