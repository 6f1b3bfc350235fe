using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>A destination that several processes write to: the build state, and the journal of the job that they share.</summary>
/// <param name="State">The build state.</param>
/// <param name="Work">The job.</param>
/// <param name="Export">Shows it to others.</param>
internal sealed record SharedDestination(BuildState State, JournalWorkSource Work, ManifestExport Export) : IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    /// <summary>Takes part in the job of a destination.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="look">Looks up what exists under a name in a folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="DestinationInUseException">A run that does not share has it.</exception>
    /// <exception cref="SharedJobException">It cannot be shared.</exception>
    public static SharedDestination Open(JobOptions options, Func<string, string, PathKind> look, TimeProvider time)
    {
        var folder = new JobFolder(options.Destination!);
        try
        {
            return Open(folder, options, look, time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SharedJobException($"No job can be shared in '{folder.Destination}': {failure.Message}", failure);
        }
    }

    /// <summary>Leaves the job, after the build state was closed.</summary>
    public void Dispose()
    {
        Work.Dispose();
        Export.Dispose();
        Work.Logs.Dispose();
    }

    private static SharedDestination Open(JobFolder folder, JobOptions options, Func<string, string, PathKind> look, TimeProvider time)
    {
        var fingerprint = JobFingerprint.Of(options);
        Directory.CreateDirectory(folder.Destination);
        if (SharableFolder.ProblemWith(folder.Destination) is { } problem)
        {
            throw new SharedJobException(problem);
        }

        var stateFolder = StateFolder.Prepare(folder.Destination, sweeps: false);
        var taken = DestinationLock.Acquire(stateFolder, folder.Destination, isShared: true);
        try
        {
            if (!taken.IsHonoured)
            {
                throw new SharedJobException(SharableFolder.LocksAreIgnored(folder.Destination));
            }

            var logs = new SharedLogs(folder.Lock, LockPatience, time);

            // Whoever joins next finds both as the first process left them.
            using (logs.Enter())
            {
                var work = JournalWorkSource.Join(folder, logs, SharedPlan.Announce(options, fingerprint), new() { ClaimLimit = options.Sharing.ClaimLimit, Attempts = options.Sharing.Attempts }, time);
                try
                {
                    if (work.IsFirst)
                    {
                        TemporaryFile.SweepDead(stateFolder);
                    }

                    var state = BuildState.Share(folder.Destination, fingerprint, look, options.TrustsState, taken, logs, work.IsFirst);
                    return new(state, work, new(work, folder, time));
                }
                catch
                {
                    work.Dispose();
                    throw;
                }
            }
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }
}
