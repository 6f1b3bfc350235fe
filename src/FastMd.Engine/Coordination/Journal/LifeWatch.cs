namespace FastMd.Engine.Coordination.Journal;

/// <summary>
/// Tells which processes of a job are lost. That one has ended is seen at once, by its lock. That one lives but is stuck is seen by its heartbeats,
/// which stand still for the limit by this process's own clock: no two clocks are compared, and setting the time of day changes nothing.
/// </summary>
/// <param name="folder">Absolute path of the folder with the files of processes.</param>
/// <param name="limit">How long heartbeats may stand still.</param>
/// <param name="time">The clock.</param>
internal sealed class LifeWatch(string folder, TimeSpan limit, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, (ulong Heartbeats, long Since)> _seen = [];
    private long _looked = time.GetTimestamp();

    /// <summary>Whether it is time to look again, although nobody waits.</summary>
    public bool IsDue => time.GetElapsedTime(_looked) >= Period;

    /// <summary>The processes that are lost. To be asked by who has entered the logs.</summary>
    /// <param name="workers">The processes of the job, by their numbers.</param>
    /// <param name="self">The number of this one.</param>
    /// <param name="isNeeded">Whether others wait for what a process has.</param>
    public IReadOnlyList<(int Worker, bool IsDead)> Lost(IReadOnlyList<JobWorker> workers, int self, Func<int, bool> isNeeded)
    {
        _looked = time.GetTimestamp();
        var lost = new List<(int, bool)>();
        for (var worker = 0; worker < workers.Count; worker++)
        {
            if (worker == self || workers[worker].HasLeft || workers[worker].Id == workers[self].Id)
            {
                continue;
            }

            if (LifeFile.IsDead(folder, workers[worker].Id))
            {
                lost.Add((worker, true));
            }
            else if (isNeeded(worker) && IsStuck(worker, workers[worker].Id))
            {
                lost.Add((worker, false));
            }
        }

        return lost;
    }

    private bool IsStuck(int worker, string id)
    {
        if (LifeFile.HeartbeatsOf(folder, id) is not { } heartbeats)
        {
            return false;
        }

        if (!_seen.TryGetValue(worker, out var seen) || seen.Heartbeats != heartbeats)
        {
            _seen[worker] = (heartbeats, time.GetTimestamp());
            return false;
        }

        return time.GetElapsedTime(seen.Since) >= limit;
    }
}
