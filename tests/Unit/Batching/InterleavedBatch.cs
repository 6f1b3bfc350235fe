using FastMd.Engine.Batching;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>A batch whose every step is taken by one thread, in an order that a seed decides.</summary>
internal sealed class InterleavedBatch
{
    private const long MegaByte = 1024 * 1024;
    private const int MostSteps = 20_000;

    private readonly Random _random;
    private readonly Events _events;
    private readonly BatchOptions _options;
    private readonly PlannedDocument[] _documents;
    private readonly BatchCoordinator _coordinator;
    private readonly FakeTimeProvider _time = new();
    private readonly List<VirtualWorker> _workers = [];
    private readonly List<BatchItem> _resting = [];
    private readonly List<long> _emitted = [];
    private int _admitted;
    private int _allowed;
    private bool _isClosed;
    private bool _isCancelled;
    private bool _isPaused;

    public InterleavedBatch(int seed, Events events)
    {
        _random = new(seed);
        _events = events;
        _allowed = _random.Next(1, 5);
        _options = new()
        {
            Workers = _allowed,
            ResultSlots = _random.Next(2, 12),
            WorkingBytes = _random.Next(1, 40) * MegaByte,
            Ordered = _random.Next(4) > 0,
            BatchSize = _random.Next(3) * 2,
            Tiers = new() { Limits = [0, 0, _random.Next(3), _random.Next(2), 1] },
        };
        _documents = [.. Enumerable.Range(0, _random.Next(1, 30)).Select(index => Documents.Of(index, LengthOf(_random)))];
        _coordinator = new(_options, new TestObserver(), _time, CancellationToken.None, bell: _ => new VirtualBell(this));
        for (var i = 0; i < _allowed; i++)
        {
            _workers.Add(new(_coordinator.Enter()));
        }
    }

    private enum Doing
    {
        Coming,
        Asleep,
        Working,
        Stuck,
        Gone,
    }

    public bool BellIsDeaf { get; init; }

    /// <summary>Runs to the end; says what went wrong, if anything did.</summary>
    public string? Run()
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Broken() is { } broken)
            {
                return broken;
            }

            var moves = Moves();
            if (moves.Count == 0)
            {
                return Unfinished();
            }

            moves[_random.Next(moves.Count)]();
        }

        return "no end in sight";
    }

    private static long LengthOf(Random random) => random.Next(6) switch
    {
        0 => random.Next(1, 12) * 20 * MegaByte,
        1 => random.Next(1, 20) * MegaByte,
        _ => random.Next(10, 50_000),
    };

    private string? Broken()
    {
        var load = _coordinator.Load;
        if (load.WorkingBytes > _options.WorkingBytes || load.ResultSlots > _options.ResultSlots)
        {
            return $"over budget: {load}";
        }

        var atWork = _workers.Where(worker => worker.Doing == Doing.Working).ToArray();
        var overTier = atWork.GroupBy(worker => worker.Item!.Tier)
            .FirstOrDefault(tier => _options.Tiers.Limits[(int)tier.Key] is > 0 and var limit && tier.Count() > limit);
        return overTier is null ? null : $"{overTier.Count()} documents of tier {overTier.Key} at once";
    }

    private string? Unfinished()
    {
        var given = Enumerable.Range(0, _admitted).Select(index => (long)index);
        return !_coordinator.IsDrained ? $"nobody can go on, {_emitted.Count} of {_documents.Length} documents are done"
            : !_emitted.Order().SequenceEqual(given) ? "a document came twice or never"
            : _options.Ordered && !_emitted.SequenceEqual(given) ? "out of order"
            : !_isCancelled && _admitted < _documents.Length ? "not all were admitted"
            : null;
    }

    /// <summary>What could happen next.</summary>
    private List<Action> Moves()
    {
        var moves = new List<Action>();
        if (!_isClosed && !_isCancelled)
        {
            // When nothing else can happen, a full batch has to have room again: then feeding is the only move, and it must succeed.
            moves.Add(Feed);
        }

        if (_coordinator.Load.Parked > 0 && (!_options.Ordered || _coordinator.HasNextResult))
        {
            moves.Add(() => _emitted.Add(_coordinator.TryEmit(out var result) ? result.Index : -1));
        }

        foreach (var worker in _workers)
        {
            switch (worker.Doing)
            {
                case Doing.Coming:
                    moves.Add(() => Come(worker));
                    break;
                case Doing.Working:
                    moves.Add(() => Finish(worker));
                    AddRareMoves(moves, worker);
                    break;
                case Doing.Stuck:
                    moves.Add(() => Leave(worker));
                    break;
            }
        }

        if (_resting.Count > 0)
        {
            moves.Add(ResumeOne);
        }

        if (_events.Scales && (_random.Next(20) == 0 || _allowed == 0 || _isPaused))
        {
            moves.Add(Scale);
        }

        if (_events.Cancels && !_isCancelled && _random.Next(40) == 0)
        {
            moves.Add(Cancel);
        }

        // Feeding a batch that has no room is no progress: with nothing else to do it would go on for ever.
        return moves.Count == 1 && moves[0] == Feed && !HasRoom() ? [] : moves;
    }

    private void AddRareMoves(List<Action> moves, VirtualWorker worker)
    {
        if (_events.GetsStuck && _random.Next(15) == 0)
        {
            moves.Add(() => GiveUp(worker));
        }
    }

    private bool HasRoom()
    {
        var before = _admitted;
        Feed();
        return _admitted > before || _isClosed;
    }

    private void Feed()
    {
        if (_admitted == _documents.Length)
        {
            _isClosed = true;
            _coordinator.Close();
        }
        else if (_coordinator.TryAdmit(_documents[_admitted]))
        {
            _admitted++;
        }
    }

    private void Come(VirtualWorker worker)
    {
        if (!worker.Slot.TryTakePrefetched(out var item))
        {
            lock (_coordinator.Gate)
            {
                _coordinator.Dispatcher.Release(worker.Slot);
                if (!_coordinator.TryTakeLocked(worker.Slot, out item))
                {
                    worker.Doing = _coordinator.IsFinishedForLocked(worker.Slot) ? Doing.Gone : Doing.Asleep;
                }
            }
        }

        if (item is not null)
        {
            worker.Item = item;
            worker.Attempt = worker.Slot.Begin(item, _time);
            worker.Doing = Doing.Working;
        }
        else if (worker.Doing == Doing.Gone)
        {
            _coordinator.Leave(worker.Slot);
        }
    }

    private void Finish(VirtualWorker worker)
    {
        var item = worker.Item!;
        worker.Doing = Doing.Coming;
        if (!worker.Slot.TryFinish(worker.Attempt!))
        {
            throw new InvalidOperationException("Nobody gave this worker up.");
        }

        if (item.Attempts < 3 && _random.Next(8) == 0)
        {
            if (_random.Next(2) == 0)
            {
                _coordinator.Requeue(item);
            }
            else if (_coordinator.TryBackOff(item))
            {
                _resting.Add(item);
            }

            return;
        }

        _coordinator.RecordAllocation(item.Length, item.Length * _random.Next(1, 60));
        _coordinator.Complete(item, Documents.Converted(item.Document));
    }

    private void GiveUp(VirtualWorker worker)
    {
        if (!worker.Slot.TryAbandon(limitOf: null, out var given, out var unstarted))
        {
            return;
        }

        worker.Doing = Doing.Stuck;
        foreach (var item in unstarted)
        {
            _coordinator.Requeue(item);
        }

        _workers.Add(new(_coordinator.Enter()));
        _coordinator.Complete(given.Item, Documents.Converted(given.Item.Document));
    }

    private void Leave(VirtualWorker worker)
    {
        worker.Doing = Doing.Gone;
        _coordinator.Leave(worker.Slot);
    }

    private void ResumeOne()
    {
        var item = _resting[_random.Next(_resting.Count)];
        _resting.Remove(item);
        _coordinator.Resume(item);
    }

    private void Scale()
    {
        _isPaused = !_isPaused && _random.Next(3) == 0;
        _coordinator.PauseAdmission(_isPaused);
        _allowed = _random.Next(_options.Workers + 1);
        _coordinator.AllowWorkers(_allowed);
    }

    private void Cancel()
    {
        _isCancelled = true;
        _coordinator.CompleteUnstarted(item => Documents.Converted(item.Document));
        _coordinator.Close();
    }

    /// <summary>What happens besides feeding, working and taking results.</summary>
    internal sealed record Events
    {
        public bool Cancels { get; init; }

        public bool GetsStuck { get; init; }

        public bool Scales { get; init; }
    }

    private sealed class VirtualWorker(WorkerSlot slot)
    {
        public WorkerSlot Slot { get; } = slot;

        public Doing Doing { get; set; }

        public BatchItem? Item { get; set; }

        public Attempt? Attempt { get; set; }
    }

    private sealed class VirtualBell(InterleavedBatch batch) : Bell(new())
    {
        public override void RingOne()
        {
            var asleep = Sleepers();
            if (asleep.Length > 0)
            {
                asleep[batch._random.Next(asleep.Length)].Doing = Doing.Coming;
            }
        }

        public override void RingAll()
        {
            foreach (var worker in Sleepers())
            {
                worker.Doing = Doing.Coming;
            }
        }

        public override void Wait() => throw new InvalidOperationException("Nobody waits here.");

        private VirtualWorker[] Sleepers()
            => batch.BellIsDeaf && batch._random.Next(2) == 0 ? [] : [.. batch._workers.Where(worker => worker.Doing == Doing.Asleep)];
    }
}
