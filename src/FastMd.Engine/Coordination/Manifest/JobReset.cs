using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Output.Logs;

namespace FastMd.Engine.Coordination.Manifest;

/// <summary>Reopens documents of a shared job, so that they are done again: by the processes that are at it, or when it is run again.</summary>
internal static class JobReset
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    /// <summary>Reopens documents that failed or are completed.</summary>
    /// <param name="destination">Absolute path of the destination, which has a job.</param>
    /// <param name="isChosen">Which.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Those that were reopened, as they were.</returns>
    /// <exception cref="IOException">The journal cannot be read or written.</exception>
    public static IReadOnlyList<ItemState> Run(string destination, Func<ItemState, bool> isChosen, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(isChosen);
        var folder = new JobFolder(destination);
        using var logs = new SharedLogs(folder.Lock, LockPatience, time);
        using (logs.Enter())
        {
            var (state, content) = folder.Read();
            if (content.Problem is { } problem)
            {
                throw new IOException($"the journal is not used, or not all of it: {problem}");
            }

            var chosen = Enumerable.Range(0, state.Items.Count)
                .Where(item => state.Items[item] is { IsGone: false, Status: ItemStatus.Failed or ItemStatus.Completed })
                .Select(item => (Number: item, State: state.Items[item].Snapshot()))
                .Where(item => isChosen(item.State)).ToList();
            using var journal = new JobJournal(state, JobLog.Append(folder.Journal, content.WholeBytes));
            chosen.ForEach(item => journal.Reopened(item.Number));
            journal.Flush();
            return [.. chosen.Select(static item => item.State)];
        }
    }
}
