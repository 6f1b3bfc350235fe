using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// Finds the processes of a job that ended, or say nothing any more, and has what they claimed be pending again. Only what they were at is charged with that:
/// it may be why. Only for who has entered the logs.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="folder">Absolute path of the folder with the files of processes.</param>
/// <param name="options">How the job is shared.</param>
/// <param name="time">The clock.</param>
internal sealed class LostWorkers(JobJournal journal, string folder, JournalOptions options, TimeProvider time)
{
    private readonly LifeWatch _watch = new(folder, options.ClaimLimit, time);

    /// <summary>Whether it is time to look again, although nobody waits.</summary>
    public bool IsDue => _watch.IsDue;

    /// <summary>Looks for them.</summary>
    /// <param name="self">The number of this process.</param>
    public void Bury(int self)
    {
        var state = journal.State;
        foreach (var (worker, isDead) in _watch.Lost(state.Workers, self, worker => state.Workers[worker].Claimed > 0 || state.Ender == worker))
        {
            var id = state.Workers[worker].Id;
            var inHand = LifeFile.InHandOf(folder, id)
                .Where(item => item < state.Items.Count && state.Items[item] is { Status: ItemStatus.InProgress } held && held.Worker == worker)
                .Distinct().ToList();
            journal.Left(worker, isLost: true);
            inHand.ForEach(item => Charge(item, isDead));
            if (isDead)
            {
                LifeFile.Remove(folder, id);
            }
        }
    }

    /// <summary>Removes the files of processes that this journal does not know: another one knew them.</summary>
    /// <param name="self">The name of this process.</param>
    public void SweepForgotten(string self)
    {
        var known = journal.State.Workers.Where(static worker => !worker.HasLeft).Select(static worker => worker.Id).Append(self).ToHashSet();
        foreach (var id in LifeFile.All(folder))
        {
            if (!known.Contains(id) && LifeFile.IsDead(folder, id))
            {
                LifeFile.Remove(folder, id);
            }
        }
    }

    private void Charge(int item, bool isDead)
    {
        if (journal.State.Items[item].Attempts + 1 < options.Attempts)
        {
            journal.Charged(item);
            return;
        }

        journal.Failed(item, time.GetUtcNow(), isFinal: true, new(
            DiagnosticCodes.JobItemGivenUp,
            isDead
                ? $"{options.Attempts} processes ended abnormally while they were at the document."
                : $"The process that was at the document said nothing for {options.ClaimLimit.TotalSeconds:0} seconds, and it was tried {options.Attempts} times."));
    }
}
