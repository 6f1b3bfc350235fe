using FastMd.Cli.Convert;
using FastMd.Cli.Running;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Output.State;

namespace FastMd.Cli.Watch;

/// <summary><c>fastmd convert --watch</c>: converts, and converts again whenever something changed, until the user ends it.</summary>
/// <param name="request">The run, with the settings as they are when it is asked for.</param>
/// <param name="convert">Runs it once.</param>
/// <param name="environment">The process.</param>
/// <param name="time">The clock that tells when it is quiet.</param>
internal sealed class WatchRun(
    Func<RunRequest> request, Func<RunRequest, Task<int>> convert, ProcessEnvironment environment, TimeProvider time)
{
    private readonly GivenUpDocuments _givenUp = new();

    // Whether another run is waited for, and that was said.
    private bool _isWaiting;

    /// <summary>Runs; gives the exit code.</summary>
    /// <exception cref="UsageException">The request is none that can be watched.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have, from the beginning.</exception>
    public async Task<int> RunAsync(CancellationToken interruption)
    {
        var first = request();
        Check(first);
        using var changes = new ChangeCollector(time);
        using var watch = new FileWatch(changes, Say);
        var plan = new WatchPlan(first, environment.WorkingDirectory);

        // Before the first run, or what changes during it would go unnoticed.
        watch.Follow(plan, isAnew: false);
        try
        {
            await convert(first with { GivenUp = _givenUp });
            if (!first.Quiet && !interruption.IsCancellationRequested)
            {
                Say("Watching for changes; Ctrl+C ends.");
            }

            while (!interruption.IsCancellationRequested)
            {
                var change = await changes.NextAsync(interruption);
                plan = await RunAgainAsync(change, plan, watch, changes);
            }
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
        }

        return ExitCodes.Success;
    }

    private static void Check(RunRequest request)
    {
        if (request.Destination is null)
        {
            throw new UsageException("--watch writes files: name a directory, or the file of a single document, with --output.");
        }

        if (request.Paths.Contains(ConvertRun.StandardInput))
        {
            throw new UsageException("Standard input is read once, and cannot be watched: name files or directories, or leave --watch out.");
        }

        if (request.Shard is not null)
        {
            throw new UsageException("A change may move documents to other shards: leave --shard or --watch out.");
        }

        if (request.DryRun)
        {
            throw new UsageException("A dry run writes nothing that could be kept up to date: leave --dry-run or --watch out.");
        }
    }

    /// <summary>Converts after a change; gives what is to be watched now. What is wrong meanwhile is said, and mended by the next change.</summary>
    private async Task<WatchPlan> RunAgainAsync(Changes change, WatchPlan plan, FileWatch watch, ChangeCollector changes)
    {
        try
        {
            var again = request() with { Occasion = change.Describe(environment.WorkingDirectory), GivenUp = _givenUp };
            plan = new(again, environment.WorkingDirectory);
            watch.Follow(plan, isAnew: change.Paths.Any(plan.Folders.Contains));
            await convert(again);
        }
        catch (DestinationInUseException busy)
        {
            // Nothing need change again for it once the other run is over.
            if (!_isWaiting)
            {
                Say(OneLine.Of(busy.Message));
            }

            _isWaiting = true;
            changes.PutBack(change);
            return plan;
        }
        catch (Exception problem) when (problem is SettingException or UsageException or IOException or UnauthorizedAccessException)
        {
            Say(problem is SettingException ? problem.Message : OneLine.Of(problem.Message));
        }

        _isWaiting = false;
        return plan;
    }

    private void Say(string message) => environment.Messages.WriteLine($"fastmd: {message}");
}
