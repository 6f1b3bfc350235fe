using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>What the records of a journal come to, one after the other: the same in each process that reads them. Not thread-safe.</summary>
internal sealed class JobState
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly List<JobItem> _items = [];
    private readonly List<JobWorker> _workers = [];
    private readonly int[] _counts = new int[4];

    /// <summary>What was published last, but for its documents; null before the first plan.</summary>
    public JobHead? Head { get; private set; }

    public IReadOnlyList<JobItem> Items => _items;

    public IReadOnlyList<JobWorker> Workers => _workers;

    public long LastFence { get; private set; }

    /// <summary>Number of the process that makes what is made of several documents; -1 where none does yet.</summary>
    public int Ender { get; private set; } = JobWorker.None;

    /// <summary>Whether all is done.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether a process was lost since the job was over last.</summary>
    public bool HasLosses { get; private set; }

    /// <summary>Work that no process has, by <see cref="JobItem.Cost"/>.</summary>
    public long PendingCost { get; private set; }

    /// <summary>Changes whenever a document becomes pending that was not, or is added.</summary>
    public int Openings { get; private set; }

    /// <summary>How far the tokens are used up of the resources that documents need.</summary>
    public Dictionary<string, RateMark> Rates { get; } = new(StringComparer.Ordinal);

    public int ActiveWorkers => _workers.Count(static worker => !worker.HasLeft);

    public int Count(ItemStatus status) => _counts[(int)status];

    public WorkProgress Progress => new(
        _counts.Sum(), Count(ItemStatus.Pending), Count(ItemStatus.InProgress), Count(ItemStatus.Completed), Count(ItemStatus.Failed), ActiveWorkers, IsOver);

    public int Find(string name) => _byName.TryGetValue(name, out var item) ? item : -1;

    /// <summary>Whether a process has a document by a claim.</summary>
    public bool IsHeld(int item, long fence, int worker)
        => _items[item] is { Status: ItemStatus.InProgress, IsGone: false } held && held.Fence == fence && held.Worker == worker && !_workers[worker].HasLeft;

    /// <summary>Takes a record.</summary>
    /// <exception cref="InvalidDataException">It is not of the form that this version writes.</exception>
    public void Apply(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        switch ((JobRecordKind)reader.Number())
        {
            case JobRecordKind.Began:
                Begin(JobHead.Read(ref reader), reader.Flag());
                break;
            case JobRecordKind.Root when Head is not null:
                Head = Head with { Root = reader.Text() };
                break;
            case JobRecordKind.Item:
                Add(new(reader.Text(), reader.Number(), reader.Hash()));
                break;
            case JobRecordKind.Restored:
                Add(JobRecords.ReadRestored(ref reader));
                break;
            case JobRecordKind.Changed:
                Change(ItemOf(ref reader), reader.Number(), reader.Hash());
                break;
            case JobRecordKind.Gone:
                Leave(ItemAt(ItemOf(ref reader)));
                break;
            case JobRecordKind.Joined:
                _workers.Add(new(LifeFile.ValidId(reader.Text()), reader.Text()));
                break;
            case JobRecordKind.Left:
                Leave(WorkerOf(ref reader));
                HasLosses |= reader.Flag();
                break;
            case JobRecordKind.Claimed:
                Claim(ref reader);
                break;
            case JobRecordKind.Completed:
                Complete(ItemOf(ref reader), JobRecords.ReadTime(ref reader));
                break;
            case JobRecordKind.Failed:
                Fail(ItemOf(ref reader), JobRecords.ReadTime(ref reader), reader.Flag(), new(reader.Text(), reader.Text()));
                break;
            case JobRecordKind.Charged:
                ItemAt(ItemOf(ref reader)).Attempts++;
                break;
            case JobRecordKind.Returned:
                Set(ItemAt(ItemOf(ref reader)), ItemStatus.Pending);
                break;
            case JobRecordKind.Reopened:
                Reopen(ItemAt(ItemOf(ref reader)));
                break;
            case JobRecordKind.EndClaimed:
                Ender = WorkerOf(ref reader);
                break;
            case JobRecordKind.Over:
                IsOver = true;
                HasLosses = false;
                break;
            case JobRecordKind.Rate:
                Rates[reader.Text()] = new((long)reader.Fixed(), reader.Whole());
                break;
            default:
                throw RecordReader.InvalidRecord();
        }
    }

    private JobItem ItemAt(int item) => _items[item];

    private int ItemOf(ref RecordReader reader) => reader.Choice(_items.Count);

    private int WorkerOf(ref RecordReader reader) => reader.Choice(_workers.Count);

    private void Begin(JobHead head, bool restarts)
    {
        Head = head;
        IsOver = false;
        Ender = JobWorker.None;
        foreach (var item in _items)
        {
            if (item.Status == ItemStatus.Completed || (restarts && item.Status == ItemStatus.Failed))
            {
                Reopen(item);
            }
        }
    }

    private void Add(JobItem item)
    {
        if (!_byName.TryAdd(item.Name, _items.Count))
        {
            throw RecordReader.InvalidRecord();
        }

        _items.Add(item);
        if (!item.IsGone)
        {
            Count(item, 1);
        }
    }

    private void Change(int number, long bytes, ContentHash stamp)
    {
        var item = ItemAt(number);
        if (!item.IsGone)
        {
            Count(item, -1);
        }

        Free(item);
        (item.Bytes, item.Stamp, item.IsGone, item.Status, item.Attempts, item.Error, item.CompletedAt, item.IsFinal)
            = (bytes, stamp, false, ItemStatus.Pending, 0, null, null, false);
        Count(item, 1);
    }

    private void Leave(int worker)
    {
        _workers[worker].HasLeft = true;
        if (_workers[worker].Claimed > 0)
        {
            foreach (var item in _items)
            {
                if (item.Status == ItemStatus.InProgress && item.Worker == worker)
                {
                    Set(item, ItemStatus.Pending);
                }
            }
        }

        if (Ender == worker && !IsOver)
        {
            Ender = JobWorker.None;
        }
    }

    private void Leave(JobItem item)
    {
        if (!item.IsGone)
        {
            Count(item, -1);
            Free(item);
            item.IsGone = true;
        }
    }

    private void Claim(ref RecordReader reader)
    {
        var worker = WorkerOf(ref reader);
        LastFence = reader.Number();
        var time = JobRecords.ReadTime(ref reader);
        for (var runs = reader.Count(); runs > 0; runs--)
        {
            var first = ItemOf(ref reader);
            for (var (next, count) = (first, reader.Choice(_items.Count - first + 1)); count > 0; next++, count--)
            {
                var item = ItemAt(next);
                Set(item, ItemStatus.InProgress);
                (item.Worker, item.Fence, item.ClaimedBy, item.ClaimedAt, item.CompletedAt) = (worker, LastFence, _workers[worker].Name, time, null);
                _workers[worker].Claimed++;
            }
        }
    }

    private void Complete(int number, DateTimeOffset time)
    {
        var item = ItemAt(number);
        item.DoneBy = item.Worker;
        Set(item, ItemStatus.Completed);
        (item.CompletedAt, item.Error) = (time, null);
    }

    private void Fail(int number, DateTimeOffset time, bool isFinal, ItemError error)
    {
        var item = ItemAt(number);
        Set(item, ItemStatus.Failed);
        item.Attempts++;
        (item.Error, item.CompletedAt, item.IsFinal) = (error, time, isFinal);
    }

    private void Reopen(JobItem item)
    {
        Set(item, ItemStatus.Pending);
        (item.Attempts, item.Error, item.CompletedAt, item.IsFinal) = (0, null, null, false);
    }

    private void Set(JobItem item, ItemStatus status)
    {
        if (item.IsGone)
        {
            return;
        }

        Count(item, -1);
        Free(item);
        item.Status = status;
        Count(item, 1);
    }

    private void Free(JobItem item)
    {
        if (item.Worker != JobWorker.None)
        {
            _workers[item.Worker].Claimed--;
            item.Worker = JobWorker.None;
        }
    }

    private void Count(JobItem item, int change)
    {
        _counts[(int)item.Status] += change;
        if (item.Status == ItemStatus.Pending)
        {
            PendingCost += change * item.Cost;
            if (change > 0)
            {
                // There is more to be done: whoever was at the end is not at it any more.
                Openings++;
                IsOver = false;
                Ender = JobWorker.None;
            }
        }
    }
}
