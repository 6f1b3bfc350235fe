using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Cluster;

/// <summary>
/// What the process that published a job knows of it: its chunks, the results that have come, and which documents are next to be handed over. Knows no
/// broker. Safe for any number of threads.
/// </summary>
internal sealed class ChunkBoard
{
    // Enough for some ten milliseconds of work, and no more than may be lost with a worker.
    private const int MostItems = 128;
    private const int LeastItems = 8;
    private const long MostBytes = 1024 * 1024;

    // Small jobs are to have enough chunks for several workers.
    private const int WantedChunks = 64;

    // Opening, reading and writing a file takes as long as converting so much text.
    private const long FileCost = 8 * 1024;

    private readonly object _gate = new();
    private readonly ContentHash _job;
    private readonly ulong _run;
    private readonly IReadOnlyList<PlanItem> _items;
    private readonly bool _isOrdered;
    private readonly List<Chunk> _chunks = [];
    private readonly Dictionary<string, Chunk> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<Chunk> _arrived = new();
    private readonly Dictionary<int, ItemOutcome> _outcomes = [];
    private readonly ItemState?[] _states;
    private int _next;
    private int _arrivedItems;
    private int _claimedItems;
    private int _failedItems;
    private long _heldBytes;

    /// <summary>The chunks of a plan.</summary>
    /// <param name="job">Tells the job by what its documents become.</param>
    /// <param name="items">The documents.</param>
    /// <param name="isOrdered">Whether documents are handed over in the order of the plan.</param>
    /// <param name="run">Run of the publisher.</param>
    public ChunkBoard(ContentHash job, IReadOnlyList<PlanItem> items, bool isOrdered, ulong run = 0)
    {
        _job = job;
        _run = run;
        _items = items;
        _isOrdered = isOrdered;
        _states = new ItemState?[items.Count];
        var most = Math.Clamp(items.Count / WantedChunks, LeastItems, MostItems);
        for (var first = 0; first < items.Count;)
        {
            var (count, bytes) = (0, 0L);
            while (first + count < items.Count && count < most && (count == 0 || bytes + items[first + count].Bytes + FileCost <= MostBytes))
            {
                bytes += items[first + count++].Bytes + FileCost;
            }

            _chunks.Add(new(first, count));
            first += count;
        }
    }

    /// <summary>How many chunks the plan has.</summary>
    public int Count => _chunks.Count;

    /// <summary>The documents of a chunk.</summary>
    public (int First, int Count) RangeOf(int chunk) => (_chunks[chunk].First, _chunks[chunk].Count);

    /// <summary>The number of the first chunk that was not handed over yet, where they are in order.</summary>
    public int Next
    {
        get
        {
            lock (_gate)
            {
                return _isOrdered ? _next : _chunks.Count;
            }
        }
    }

    /// <summary>How far the job is.</summary>
    public WorkProgress Progress
    {
        get
        {
            lock (_gate)
            {
                return new(_items.Count, _items.Count - _arrivedItems, _arrivedItems - _claimedItems, _arrivedItems - _failedItems, _failedItems, 0, IsOver: false);
            }
        }
    }

    /// <summary>A chunk gets its work: documents that need a worker have some, and the chunk a key where there are any.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="work">What is to be done with each of its documents; empty where nothing is.</param>
    /// <returns>The message for the workers; null where none is needed.</returns>
    public (string Key, byte[] Message)? Describe(int chunk, IReadOnlyList<ReadOnlyMemory<byte>> work)
    {
        var message = new ChunkMessage(_job, _run, [.. work.Where(static bytes => !bytes.IsEmpty)]);
        lock (_gate)
        {
            var described = _chunks[chunk];
            described.IsDescribed = true;
            described.Items = [.. Enumerable.Range(described.First, described.Count).Where(item => !work[item - described.First].IsEmpty)];
            if (message.Work.Count == 0)
            {
                Arrive(described);
                return null;
            }

            var bytes = message.Write();
            var key = ChunkMessage.KeyOf(bytes);

            // A source that changed since made it another one: what comes of the one before does not count.
            _byKey.Remove(described.Key);
            described.Key = key;
            _byKey[key] = described;
            return (key, bytes);
        }
    }

    /// <summary>A result came, whether it was waited for or not.</summary>
    /// <param name="key">Key of the chunk.</param>
    /// <param name="result">The result.</param>
    /// <param name="isIntact">Whether what it says of a document still holds.</param>
    public ChunkArrival Arrived(string key, ChunkResult result, Func<int, ItemOutcome, bool> isIntact)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var chunk) || chunk.HasArrived)
            {
                return ChunkArrival.Unknown;
            }

            var items = chunk.ItemsOf(key);
            if (result.IsSplit)
            {
                return items.Length > 1 ? ChunkArrival.Split : ChunkArrival.Unknown;
            }

            if (result.Outcomes.Count != items.Length || !items.Select((item, i) => isIntact(item, result.Outcomes[i])).All(static intact => intact))
            {
                return ChunkArrival.Stale;
            }

            for (var i = 0; i < items.Length; i++)
            {
                if (_outcomes.TryAdd(items[i], result.Outcomes[i]))
                {
                    chunk.Done++;
                    _heldBytes += result.Outcomes[i].Facts.Length;
                }
            }

            if (chunk.Done == chunk.Items.Length)
            {
                Arrive(chunk);
            }

            return ChunkArrival.Taken;
        }
    }

    /// <summary>The documents of a chunk, which are to be tried one by one.</summary>
    /// <param name="key">Key of the chunk.</param>
    public IReadOnlyList<int> ItemsOf(string key)
    {
        lock (_gate)
        {
            return _byKey[key].ItemsOf(key);
        }
    }

    /// <summary>A document of a chunk becomes a chunk of its own.</summary>
    /// <param name="key">Key of the chunk.</param>
    /// <param name="item">The document.</param>
    /// <param name="work">What is to be done with it.</param>
    /// <returns>The message for the workers.</returns>
    public (string Key, byte[] Message) DescribeAlone(string key, int item, ReadOnlyMemory<byte> work)
    {
        var bytes = new ChunkMessage(_job, _run, [work]).Write();
        var alone = ChunkMessage.KeyOf(bytes);
        lock (_gate)
        {
            var chunk = _byKey[key];
            chunk.Singles[alone] = item;
            _byKey[alone] = chunk;
        }

        return (alone, bytes);
    }

    /// <summary>The chunks that were described, and have no result yet.</summary>
    public IReadOnlyList<int> MissingChunks()
    {
        lock (_gate)
        {
            return [.. Enumerable.Range(0, _chunks.Count).Where(chunk => _chunks[chunk] is { HasArrived: false, IsDescribed: true })];
        }
    }

    /// <summary>Bytes of what workers said of documents that are not done yet.</summary>
    public long HeldBytes
    {
        get
        {
            lock (_gate)
            {
                return _heldBytes;
            }
        }
    }

    /// <summary>The keys under which results would let the next documents be handed over; none where they are there, or are not sent yet.</summary>
    public IReadOnlyList<string> Awaited()
    {
        lock (_gate)
        {
            return _next == _chunks.Count || _chunks[_next] is not { HasArrived: false, IsDescribed: true } chunk ? []
                : chunk.Singles.Count == 0 ? [chunk.Key]
                : [.. chunk.Singles.Where(single => !_outcomes.ContainsKey(single.Value)).Select(static single => single.Key)];
        }
    }

    /// <summary>The next documents to be handed over; null where there are none now.</summary>
    public IReadOnlyList<int>? Claim()
    {
        lock (_gate)
        {
            Chunk? chunk = null;
            if (!_isOrdered)
            {
                _arrived.TryDequeue(out chunk);
            }
            else if (_next < _chunks.Count && _chunks[_next].HasArrived)
            {
                chunk = _chunks[_next++];
            }

            if (chunk is null)
            {
                return null;
            }

            _claimedItems += chunk.Count;
            return [.. Enumerable.Range(chunk.First, chunk.Count)];
        }
    }

    /// <summary>What workers said of a document; null where it needed none.</summary>
    public ItemOutcome? OutcomeOf(int item)
    {
        lock (_gate)
        {
            return _outcomes.GetValueOrDefault(item);
        }
    }

    /// <summary>A document has its outcome, and what workers said of it is not needed any more.</summary>
    public void Complete(int item, ItemOutcome outcome)
    {
        lock (_gate)
        {
            _heldBytes -= _outcomes.Remove(item, out var said) ? said.Facts.Length : 0;
            _failedItems += outcome.Error is null ? 0 : 1;
            _states[item] = new(_items[item].Name, outcome.Error is null ? ItemStatus.Completed : ItemStatus.Failed, 1) { Error = outcome.Error };
        }
    }

    /// <summary>The state of each document.</summary>
    public IReadOnlyList<ItemState> Results()
    {
        lock (_gate)
        {
            return [.. _states.Select((state, item) => state ?? new(_items[item].Name, ItemStatus.Pending, 0))];
        }
    }

    private void Arrive(Chunk chunk)
    {
        chunk.HasArrived = true;
        _arrivedItems += chunk.Count;
        if (!_isOrdered)
        {
            _arrived.Enqueue(chunk);
        }
    }

    private sealed class Chunk(int first, int count)
    {
        public int First => first;

        public int Count => count;

        /// <summary>Those of its documents that need a worker.</summary>
        public int[] Items { get; set; } = [];

        /// <summary>What it was sent as; empty until then.</summary>
        public string Key { get; set; } = "";

        public bool IsDescribed { get; set; }

        public bool HasArrived { get; set; }

        /// <summary>Its documents by the keys that they have alone.</summary>
        public Dictionary<string, int> Singles { get; } = new(StringComparer.Ordinal);

        /// <summary>How many of them have their outcome.</summary>
        public int Done { get; set; }

        public int[] ItemsOf(string key) => Singles.TryGetValue(key, out var single) ? [single] : Items;
    }
}

/// <summary>What a result of a chunk was.</summary>
internal enum ChunkArrival
{
    /// <summary>Of a chunk that this run does not have, or has a result of.</summary>
    Unknown,

    /// <summary>The first of its chunk.</summary>
    Taken,

    /// <summary>The chunk is to be split.</summary>
    Split,

    /// <summary>What it says does not hold any more: the chunk is to be done again.</summary>
    Stale,
}
