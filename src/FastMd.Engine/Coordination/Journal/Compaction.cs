using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>Writes a journal again without superseded records, while no process takes part.</summary>
internal static class Compaction
{
    // Smaller files are not worth compacting.
    private const long SmallBytes = 64 * 1024;

    // What a document takes that has its outcome, but for its name.
    private const int ItemBytes = 120;

    /// <summary>Whether most of a journal is superseded.</summary>
    public static bool IsWorthwhile(JobState state, long wholeBytes)
        => wholeBytes > SmallBytes && state.ActiveWorkers == 0 && !state.HasLosses && wholeBytes > 2 * state.Items.Where(static item => !item.IsGone).Sum(static item => ItemBytes + (long)item.Name.Length);

    /// <summary>Writes it, and puts it in place in one step.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(JobState state, JobFolder folder) => JobLog.Rewrite(folder.Journal, log =>
    {
        var record = new RecordWriter();
        if (state.Head is { } head)
        {
            head.Write(record);
            record.Flag(false);
            log.Append((byte)JobRecordKind.Began, record.Written);
        }

        foreach (var item in state.Items.Where(static item => !item.IsGone))
        {
            record.Clear();
            JobRecords.WriteRestored(record, item);
            log.Append((byte)JobRecordKind.Restored, record.Written);
        }

        foreach (var (resource, mark) in state.Rates)
        {
            JobRecords.WriteRate(record, resource, mark);
            log.Append((byte)JobRecordKind.Rate, record.Written);
        }

        if (state.IsOver)
        {
            log.Append((byte)JobRecordKind.Over, []);
        }
    });
}
