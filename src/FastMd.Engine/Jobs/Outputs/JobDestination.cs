using FastMd.Engine.Coordination.Journal;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>The folder that a job writes to, with what is known of it.</summary>
internal sealed class JobDestination : IDisposable
{
    private readonly JobOptions _options;
    private readonly ConversionPlanner _planner;
    private readonly Action<Diagnostic> _onProblem;
    private readonly BuildFingerprint? _fingerprint;
    private readonly Lazy<Pruning?> _pruning;
    private readonly TimeProvider _time;
    private SharedDestination? _shared;
    private Task? _opening;

    /// <summary>The destination of a job that writes.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="planner">Knows where outputs go.</param>
    /// <param name="onProblem">Receives problems with the build state.</param>
    /// <param name="time">The clock.</param>
    /// <param name="fingerprint">What the outputs depend on besides their sources, where other jobs made them; null where this one does.</param>
    public JobDestination(JobOptions options, ConversionPlanner planner, Action<Diagnostic> onProblem, TimeProvider time, BuildFingerprint? fingerprint = null)
    {
        _fingerprint = fingerprint;
        _options = options;
        _time = time;
        _planner = planner;
        _onProblem = onProblem;
        Map = planner.Map!;
        Tree = new(Path, options.OverwriteReadOnly, sweeps: !options.Sharing.IsShared);
        State = options.Incremental ? DestinationState.Recording(Open) : DestinationState.ReadOnly(Peek);
        Foreign = new(Path, options.OutputFile, options.Rebuild, State);
        Places = new(Foreign, options.FollowLinks);
        _pruning = new(() => State.Recorded is { } state ? new(state, Tree, Map, planner, Places, options.Reading.Documents, options.Target.Name) : null);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path => _options.Destination!;

    /// <summary>Where files go in it.</summary>
    public OutputMap Map { get; }

    /// <summary>Writes its files.</summary>
    public OutputTree Tree { get; }

    /// <summary>What earlier runs left there, and where this one is recorded.</summary>
    public DestinationState State { get; }

    /// <summary>Tells files of people.</summary>
    public ForeignFiles Foreign { get; }

    /// <summary>Says which files are copied along.</summary>
    public AssetPlaces Places { get; }

    /// <summary>The job that is shared in it; null where none is, or it was not opened yet.</summary>
    public JournalWorkSource? Work => _shared?.Work;

    /// <summary>Finds and removes stale outputs; null where nothing is recorded.</summary>
    public Pruning? Pruning => _pruning.Value;

    /// <summary>
    /// Begins to load the build state, if there is one, while the caller still searches for sources. Later readers of the state get the same
    /// result, failures included.
    /// </summary>
    /// <returns>Whether they left anything.</returns>
    public bool Prepare()
    {
        if (!State.IsKept || !BuildState.IsIn(Path))
        {
            return false;
        }

        _opening = Task.Run(() =>
        {
            try
            {
                _ = State.Recorded;
            }
            catch (Exception) when (!State.IsOpened)
            {
                // The planner reads the state again, and gets the same exception.
            }
        });
        return true;
    }

    /// <summary>Tells what is wrong with the build state, if anything is.</summary>
    public void TellOfProblem() => Tell(State.TakeProblem());

    public void Dispose()
    {
        _opening?.Wait();
        State.Dispose();
        _shared?.Dispose();
        _shared = null;
        Tree.Dispose();
    }

    private BuildState? Open()
    {
        if (_options is { Sharing.IsConcurrent: true, DryRun: false })
        {
            return OpenShared();
        }

        try
        {
            var fingerprint = _fingerprint ?? JobFingerprint.Of(_options);
            var state = _options.DryRun
                ? BuildState.Peek(Path, fingerprint, _planner.WhatIsAt, _options.TrustsState)
                : BuildState.Open(Path, fingerprint, _planner.WhatIsAt, _options.TrustsState);
            Tell(state.TakeProblem());
            if (!_options.DryRun)
            {
                Sweep(state);

                if (_options.Shard is null && _fingerprint is null)
                {
                    // From here on it holds more than that shard.
                    ShardRecordFile.Remove(Path);
                }
            }

            return state;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Tell($"The build state of '{Path}' cannot be used ({failure.Message}): everything is converted.");
            return null;
        }
    }

    private BuildState OpenShared()
    {
        _shared = SharedDestination.Open(_options, _planner.WhatIsAt, _time);
        Tell(_shared.State.TakeProblem());
        if (_shared.Work.Problem is { } problem)
        {
            Tell($"What is known of the job in '{Path}' is not all of it ({problem}): what is not known to be done is done again.");
        }

        return _shared.State;
    }

    /// <summary>Ends the run of the processes that share the destination, when all documents have their outcome.</summary>
    public void EndShared()
    {
        if (Work is { } work && State.Recorded is { } state)
        {
            if (work.HasLosses)
            {
                Sweep(state);
            }

            state.EndRun();
        }
    }

    /// <summary>Deletes what a killed run was writing when it was killed, which may lie where no document goes any more.</summary>
    private void Sweep(BuildState state)
    {
        foreach (var folder in state.UnfinishedFolders())
        {
            Tree.Sweep(folder);
        }
    }

    /// <summary>What earlier runs wrote, for a run that records nothing; null where there is no telling.</summary>
    private BuildState? Peek()
    {
        try
        {
            return BuildState.IsIn(Path) ? BuildState.Peek(Path, JobFingerprint.Of(_options), _planner.WhatIsAt, _options.TrustsState) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Tell(string? problem)
    {
        if (problem is not null)
        {
            _onProblem(Diagnostic.Warning(DiagnosticCodes.BuildStateProblem, problem));
        }
    }
}
