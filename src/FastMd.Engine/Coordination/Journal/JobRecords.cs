using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>What the records of a journal say. Numbers are part of the file's form.</summary>
internal enum JobRecordKind
{
    /// <summary>A job begins: what was completed before is to be done again.</summary>
    Began = 1,

    /// <summary>A document is added.</summary>
    Item = 2,

    /// <summary>A document changed, or came back.</summary>
    Changed = 3,

    /// <summary>A document is in no plan any more.</summary>
    Gone = 4,

    /// <summary>A process takes part.</summary>
    Joined = 5,

    /// <summary>It takes part no more: what it had is pending.</summary>
    Left = 6,

    /// <summary>A process has documents to itself.</summary>
    Claimed = 7,

    /// <summary>The output of a document is there.</summary>
    Completed = 8,

    /// <summary>It failed.</summary>
    Failed = 9,

    /// <summary>A document is pending again: it was given back, or is tried again.</summary>
    Returned = 10,

    /// <summary>A process that ended abnormally was at it.</summary>
    Charged = 11,

    /// <summary>A document is to be done again, as if it had never been tried.</summary>
    Reopened = 12,

    /// <summary>A process makes what is made of several documents.</summary>
    EndClaimed = 13,

    /// <summary>The job is over.</summary>
    Over = 14,

    /// <summary>How far the tokens of a resource are used up.</summary>
    Rate = 15,

    /// <summary>The folder that documents are seen from.</summary>
    Root = 17,

    /// <summary>A document with all that is known of it: what a compacted journal has.</summary>
    Restored = 16,
}

/// <summary>What there is to know of a job besides its documents.</summary>
/// <param name="Root">Absolute path of the folder that documents are seen from.</param>
/// <param name="Target">Name of what they are converted to.</param>
/// <param name="Fingerprint">Hash of all that outputs depend on besides their sources.</param>
/// <param name="Began">When it began.</param>
internal sealed record JobHead(string Root, string Target, ContentHash Fingerprint, DateTimeOffset Began)
{
    /// <summary>Whether that is the job that a process would take part in.</summary>
    public bool IsOf(JobPlan job) => Fingerprint == job.Fingerprint && Target == job.Target;

    public static JobHead Read(ref RecordReader reader)
        => new(reader.Text(), reader.Text(), reader.Hash(), JobRecords.ReadTime(ref reader));

    public void Write(RecordWriter record)
    {
        record.Text(Root);
        record.Text(Target);
        record.Hash(Fingerprint);
        JobRecords.WriteTime(record, Began);
    }
}

/// <summary>How far the tokens of a resource are used up: those of a filling, by a clock that all processes of the machine have in common.</summary>
/// <param name="FilledAt">When its bucket was filled, or will be: milliseconds since the machine started.</param>
/// <param name="Taken">Tokens taken since.</param>
internal readonly record struct RateMark(long FilledAt, int Taken);

/// <summary>The parts that several kinds of records have.</summary>
internal static class JobRecords
{
    public static DateTimeOffset ReadTime(ref RecordReader reader)
        => reader.Number() is >= 0 and < 253402300800000 and var time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : throw RecordReader.InvalidRecord();

    public static void WriteTime(RecordWriter record, DateTimeOffset time) => record.Number(Math.Max(0, time.ToUnixTimeMilliseconds()));

    public static void WriteRestored(RecordWriter record, JobItem item)
    {
        record.Text(item.Name);
        record.Number(item.Bytes);
        record.Hash(item.Stamp);
        record.Number((int)item.Status);
        record.Number(item.Attempts);
        record.Flag(item.IsFinal);
        record.Optional(item.ClaimedBy);
        WriteOptionalTime(record, item.ClaimedAt);
        WriteOptionalTime(record, item.CompletedAt);
        record.Flag(item.Error is not null);
        if (item.Error is { } error)
        {
            record.Text(error.Code);
            record.Text(error.Message);
        }
    }

    public static JobItem ReadRestored(ref RecordReader reader)
    {
        var item = new JobItem(reader.Text(), reader.Number(), reader.Hash())
        {
            Status = (ItemStatus)reader.Choice(4) is var status && status == ItemStatus.InProgress ? ItemStatus.Pending : status,
            Attempts = reader.Whole(),
            IsFinal = reader.Flag(),
            ClaimedBy = reader.Optional(),
            ClaimedAt = ReadOptionalTime(ref reader),
            CompletedAt = ReadOptionalTime(ref reader),
        };
        item.Error = reader.Flag() ? new(reader.Text(), reader.Text()) : null;
        return item;
    }

    public static void WriteRate(RecordWriter record, string resource, RateMark mark)
    {
        record.Clear();
        record.Text(resource);
        record.Fixed((ulong)mark.FilledAt);
        record.Number(mark.Taken);
    }

    private static void WriteOptionalTime(RecordWriter record, DateTimeOffset? time)
    {
        record.Flag(time is not null);
        if (time is { } known)
        {
            WriteTime(record, known);
        }
    }

    private static DateTimeOffset? ReadOptionalTime(ref RecordReader reader) => reader.Flag() ? ReadTime(ref reader) : null;
}
