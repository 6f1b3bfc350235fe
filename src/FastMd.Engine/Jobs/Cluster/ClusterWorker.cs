using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>Does documents of the jobs at a broker, of one job at a time, the oldest first, until it is told to leave.</summary>
/// <param name="broker">The broker.</param>
/// <param name="options">What it may touch, and when it ends.</param>
/// <param name="say">Tells a person what it does.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterWorker(IClusterBroker broker, ClusterWorkerOptions options, Action<string> say, TimeProvider time)
{
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<(string, ContentHash)> _refused = [];
    private readonly HashSet<(string, ulong)> _seen = [];

    /// <summary>Works.</summary>
    /// <param name="leave">Cancelled when it is to finish what it is at, and leave.</param>
    /// <exception cref="SharedJobException">The broker does not answer any more.</exception>
    public void Run(CancellationToken leave)
    {
        var idleSince = time.GetTimestamp();
        var (asked, pause) = (idleSince, ShortestLook);
        while (!leave.IsCancellationRequested)
        {
            // The list of jobs is here; whether one has documents the broker has to be asked, which many idle workers are not to do all the time.
            var jobs = broker.Jobs();
            foreach (var job in jobs)
            {
                pause = _seen.Add((job.Id, job.Run)) ? TimeSpan.Zero : pause;
            }

            var hasWorked = false;
            if (time.GetElapsedTime(asked) >= pause)
            {
                foreach (var job in jobs)
                {
                    hasWorked |= !leave.IsCancellationRequested && TryWork(job, leave);
                }

                asked = time.GetTimestamp();
                pause = hasWorked || pause < ShortestLook ? ShortestLook : pause * 2 < LongestLook ? pause * 2 : LongestLook;
            }

            if (hasWorked)
            {
                idleSince = time.GetTimestamp();
            }
            else if (options.ExitWhenIdle is { } limit && time.GetElapsedTime(idleSince) >= limit)
            {
                return;
            }
            else
            {
                leave.WaitHandle.WaitOne(ShortestLook);
            }
        }
    }

    /// <summary>Works on a job as long as it gives documents. False where it gave none.</summary>
    private bool TryWork(ClusterJob job, CancellationToken leave)
    {
        var key = (job.Id, job.Hash);
        if (_refused.Contains(key))
        {
            return false;
        }

        try
        {
            if (job.Engine != WireVersion.Engine)
            {
                throw new InvalidDataException($"the job was published by FastMd {job.Engine}, and this is {WireVersion.Engine}");
            }

            // To join costs a connection's worth of requests, or the whole archive of sources.
            if (!broker.HasWork(job, leave))
            {
                return false;
            }

            using var session = ClusterSession.Open(job, broker, options, time);
            var done = session.Run(leave);
            if (done > 0)
            {
                say(string.Create(CultureInfo.InvariantCulture, $"{done} documents of {job.Name}."));
            }

            return done > 0;
        }
        catch (Exception refusal) when (refusal is InvalidDataException or SettingException or IOException or UnauthorizedAccessException)
        {
            _refused.Add(key);
            var reason = refusal.Message.TrimEnd('.');
            broker.Refuse(job, reason);
            say($"Refused {job.Name}: {reason}.");
            return false;
        }
    }
}
