using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// A journal that is appended to: each record is written for the others, and taken by this process as they will take it. Only for who has entered the logs.
/// </summary>
/// <param name="state">What was read of it.</param>
/// <param name="log">Its file.</param>
internal sealed class JobJournal(JobState state, RecordLog log) : IDisposable
{
    private readonly RecordWriter _record = new();

    /// <summary>What its records come to.</summary>
    public JobState State => state;

    /// <summary>Reads what others appended.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void CatchUp()
    {
        try
        {
            foreach (var record in log.ReadNew())
            {
                state.Apply(record.Bytes);
            }
        }
        catch (InvalidDataException foreign)
        {
            throw new IOException(foreign.Message, foreign);
        }
    }

    /// <summary>Writes what was appended.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Flush() => log.Flush();

    /// <summary>A job begins.</summary>
    public void Began(JobHead head, bool restarts)
    {
        _record.Clear();
        head.Write(_record);
        _record.Flag(restarts);
        Append(JobRecordKind.Began);
    }

    /// <summary>Its documents are seen from another folder than was known when it began.</summary>
    public void Root(string root)
    {
        _record.Clear();
        _record.Text(root);
        Append(JobRecordKind.Root);
    }

    /// <summary>A document is added; gives its number.</summary>
    public int Added(PlanItem item)
    {
        _record.Clear();
        _record.Text(item.Name);
        _record.Number(item.Bytes);
        _record.Hash(item.Stamp);
        Append(JobRecordKind.Item);
        return state.Items.Count - 1;
    }

    /// <summary>A document changed, or came back.</summary>
    public void Changed(int item, long bytes, ContentHash stamp)
    {
        _record.Clear();
        _record.Number(item);
        _record.Number(bytes);
        _record.Hash(stamp);
        Append(JobRecordKind.Changed);
    }

    /// <summary>A document is in no plan any more.</summary>
    public void Gone(int item) => Append(JobRecordKind.Gone, item);

    /// <summary>A document is pending again: it was given back, or is tried again.</summary>
    public void Returned(int item) => Append(JobRecordKind.Returned, item);

    /// <summary>A document is to be done again, as if it had never been tried.</summary>
    public void Reopened(int item) => Append(JobRecordKind.Reopened, item);

    /// <summary>A process that ended abnormally was at a document.</summary>
    public void Charged(int item) => Append(JobRecordKind.Charged, item);

    /// <summary>A process takes part; gives its number.</summary>
    public int Joined(string id, string name)
    {
        _record.Clear();
        _record.Text(id);
        _record.Text(name);
        Append(JobRecordKind.Joined);
        return state.Workers.Count - 1;
    }

    /// <summary>A process takes part no more.</summary>
    /// <param name="worker">Its number.</param>
    /// <param name="isLost">Whether others found it to have ended, or to be stuck.</param>
    public void Left(int worker, bool isLost)
    {
        _record.Clear();
        _record.Number(worker);
        _record.Flag(isLost);
        Append(JobRecordKind.Left);
    }

    /// <summary>A process has documents to itself; gives the number of the claim.</summary>
    /// <param name="worker">Its number.</param>
    /// <param name="items">The documents, in order.</param>
    /// <param name="time">When.</param>
    public long Claimed(int worker, IReadOnlyList<int> items, DateTimeOffset time)
    {
        var runs = new List<(int First, int Count)>();
        foreach (var item in items)
        {
            if (runs is [.., var (first, count)] && first + count == item)
            {
                runs[^1] = (first, count + 1);
            }
            else
            {
                runs.Add((item, 1));
            }
        }

        _record.Clear();
        _record.Number(worker);
        _record.Number(state.LastFence + 1);
        JobRecords.WriteTime(_record, time);
        _record.Number(runs.Count);
        foreach (var (first, count) in runs)
        {
            _record.Number(first);
            _record.Number(count);
        }

        Append(JobRecordKind.Claimed);
        return state.LastFence;
    }

    /// <summary>The output of a document is there.</summary>
    public void Completed(int item, DateTimeOffset time)
    {
        _record.Clear();
        _record.Number(item);
        JobRecords.WriteTime(_record, time);
        Append(JobRecordKind.Completed);
    }

    /// <summary>A document failed.</summary>
    public void Failed(int item, DateTimeOffset time, bool isFinal, ItemError error)
    {
        _record.Clear();
        _record.Number(item);
        JobRecords.WriteTime(_record, time);
        _record.Flag(isFinal);
        _record.Text(error.Code);
        _record.Text(error.Message);
        Append(JobRecordKind.Failed);
    }

    /// <summary>A process makes what is made of several documents.</summary>
    public void EndClaimed(int worker) => Append(JobRecordKind.EndClaimed, worker);

    /// <summary>The job is over.</summary>
    public void Over()
    {
        _record.Clear();
        Append(JobRecordKind.Over);
    }

    /// <summary>Tokens of a resource are used up.</summary>
    public void Rate(string resource, RateMark mark)
    {
        JobRecords.WriteRate(_record, resource, mark);
        Append(JobRecordKind.Rate);
    }

    public void Dispose() => log.Dispose();

    private void Append(JobRecordKind kind, int number)
    {
        _record.Clear();
        _record.Number(number);
        Append(kind);
    }

    private void Append(JobRecordKind kind)
    {
        log.Append((byte)kind, _record.Written);
        byte[] whole = [(byte)kind, .. _record.Written];
        state.Apply(whole);
    }
}
