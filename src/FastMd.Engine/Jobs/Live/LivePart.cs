using System.Globalization;
using FastMd.Engine.Jobs.Running;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Joining;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs.Live;

/// <summary>What this process tells of its part in a job. Safe for any number of threads.</summary>
/// <param name="job">Which run of the job it is.</param>
/// <param name="name">What people call the job.</param>
/// <param name="role">What the process does.</param>
/// <param name="progress">How far the whole job is.</param>
/// <param name="report">What the process did.</param>
/// <param name="time">The clock.</param>
internal sealed class LivePart(Func<string> job, Func<string> name, LiveRole role, Func<BatchProgress> progress, Func<BatchReport> report, TimeProvider time) : ILiveSource
{
    private static readonly string Machine = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
    private static readonly Lazy<int?> FilesLimit = new(OpenFiles.Limit);

    private volatile JobRun? _run;
    private volatile Lazy<LiveReport>? _last;

    /// <summary>Distinguishes it from the other parts of the job.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..16];

    /// <summary>The run that it looks at, once there is one.</summary>
    public JobRun? Run
    {
        set => _run = value;
    }

    /// <summary>Which run of the job it is.</summary>
    public string Job => job();

    /// <summary>The run is over: from here on nothing changes. What it came to is put together when somebody asks, which for most jobs nobody does.</summary>
    /// <returns>Whether it is over by this call.</returns>
    public bool End(bool isCancelled)
    {
        if (_last is not null)
        {
            return false;
        }

        var (now, run, far) = (time.GetUtcNow(), Job, progress());
        _last = new(() => Of(now, run, far, isCancelled ? LiveState.Cancelled : LiveState.Over));
        return true;
    }

    /// <inheritdoc/>
    public LiveReport Read() => _last?.Value ?? Of(time.GetUtcNow(), Job, progress(), LiveState.Running);

    private LiveReport Of(DateTimeOffset now, string run, BatchProgress far, LiveState state)
    {
        var did = report();
        did = did with { Timeline = JoinedTimeline.Of([new(default, did.Timeline)], [new(default, did.Timeline)]) };
        return new()
        {
            Job = run,
            Id = Id,
            Name = name(),
            State = state,
            At = now,
            Completed = far.Completed + far.Elsewhere,
            Total = far.Total,
            CurrentFile = far.CurrentFile,
            Report = did,
            Processes = [Process(state, now, did)],
        };
    }

    private LiveProcess Process(LiveState state, DateTimeOffset now, BatchReport did)
    {
        var seen = _run;
        var running = state == LiveState.Running ? seen : null;
        var (last, load, pace) = (seen?.Last ?? default, running?.Load ?? default, running?.Pace ?? default);
        return new()
        {
            Name = Machine,
            Role = role,
            State = state,
            At = now,
            WorkersActive = load.WorkersActive,
            WorkersAllowed = load.WorkersAllowed,
            Efficiency = did.Workers.Efficiency,
            Documents = did.Documents.Total - did.Documents.Cancelled,
            DocumentsPerSecond = pace.DocumentsPerSecond,
            PagesPerSecond = pace.PagesPerSecond,
            Waiting = load.Waiting,
            Parked = load.Parked,
            Cpu = last.Cpu,
            ResidentBytes = last.ResidentBytes,
            OpenFiles = last.OpenFiles,
            OpenFilesLimit = FilesLimit.Value,
            P95 = did.Latency.P95,
            Workers = running is not null
                ? [.. running.Workers().Select(static worker => new LiveWorker(worker.Number, worker.Document, worker.For, worker.Documents, worker.Efficiency, worker.IsStuck))]
                : [],
        };
    }
}
