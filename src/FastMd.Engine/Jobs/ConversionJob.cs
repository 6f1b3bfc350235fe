using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs;

/// <summary>
/// A job: plan, run, account. Documents known together go through <see cref="PlanAll"/> and <see cref="RunAsync"/>; documents that
/// come one by one through <see cref="Plan"/> and <see cref="Start(CancellationToken)"/>. One job, one run.
/// </summary>
public sealed class ConversionJob : IDisposable
{
    private static readonly TimeSpan ProgressPeriod = TimeSpan.FromMilliseconds(200);

    private readonly JobOptions _options;
    private readonly TimeProvider _time;
    private readonly IDocumentExecutor _executor;
    private readonly ConversionPlanner _planner;
    private readonly JobAccount _account;
    private readonly JobCaches _caches;
    private readonly BuildState? _state;
    private readonly Pruning? _pruning;
    private JobRun? _run;

    /// <summary>A job. One that is incremental has the destination to itself until it is disposed.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    public ConversionJob(JobOptions options, TimeProvider? time = null)
        : this(options, executor: null, time ?? TimeProvider.System)
    {
    }

    internal ConversionJob(JobOptions options, IDocumentExecutor? executor, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _planner = new(options);
        _account = new(time, options.Batch);
        _state = OpenState();
        var tree = options.Destination is null ? null : new OutputTree(options.Destination, options.OverwriteReadOnly);
        _executor = executor ?? ExecutorFor(options, tree, _state);
        _pruning = _state is null ? null : new(_state, tree!, _planner.Map!, _planner, options.Documents);
        _caches = new(_executor);
    }

    /// <summary>How far the job is.</summary>
    public BatchProgress Progress => _account.Snapshot();

    /// <summary>Plans documents that are known together. Writes nothing.</summary>
    public IReadOnlyList<PlannedDocument> PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return [.. _planner.PlanAll(sources).Select(Assess)];
    }

    /// <summary>Plans the next document of those that come one by one. Writes nothing.</summary>
    public PlannedDocument Plan(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Assess(_planner.Plan(source));
    }

    /// <summary>
    /// The files that earlier runs wrote and that no run would write any more, by what is planned: to be asked for when all documents are
    /// planned, and removed when they are converted.
    /// </summary>
    public IReadOnlyList<StaleOutput> FindStale() => _pruning?.Find() ?? [];

    /// <summary>Removes such a file; gives what a person should know of it where it stays.</summary>
    public Diagnostic? Remove(StaleOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _pruning?.Remove(output);
    }

    /// <summary>Starts a run that is fed and drained by the caller.</summary>
    public BatchSession Start(CancellationToken cancellation = default) => Start(_options.Batch, cancellation);

    /// <summary>The run is over: what it measured is complete. <see cref="RunAsync"/> sees to it by itself.</summary>
    public void Finish()
    {
        NoticeStateProblem();
        _run?.Dispose();
    }

    /// <summary>What the job did, so far.</summary>
    public BatchReport Report() => LaterReport().Value;

    /// <summary>
    /// What a job that is over did, put together when somebody asks for it: to put the first of a process together takes some twenty
    /// milliseconds, and few are asked for.
    /// </summary>
    public Lazy<BatchReport> LaterReport()
    {
        var recorder = _account.Recorder;
        var machine = new MachineUse
        {
            WorkersAtStart = _account.WorkersAtStart,
            WorkersMost = _account.MostWorkers,
            WorkerBusyTime = _account.BusyTime,
            PeakResidentBytes = PeakMemory.ReadBytes() ?? 0,
            Caches = _caches.Statistics(),
        };
        return new(() => recorder.Build(machine));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Finish();
        _state?.Dispose();
    }

    /// <summary>How many documents there will be, once that is known.</summary>
    public void SetTotal(long total) => _account.Total = total;

    /// <summary>Whether a threshold of an alert was crossed.</summary>
    public bool HasAlerts => _account.HasAlerts;

    /// <summary>The next remark on how the job runs, for who wants to know all, if there is one.</summary>
    public bool TryTakeRemark([NotNullWhen(true)] out string? remark) => _account.TryTakeRemark(out remark);

    /// <summary>The next message about the job as a whole, if there is one.</summary>
    public bool TryTakeNotice([NotNullWhen(true)] out Diagnostic? notice) => _account.TryTakeNotice(out notice);

    /// <summary>Runs planned documents; results come as <see cref="BatchOptions.Ordered"/> says.</summary>
    /// <param name="documents">What <see cref="PlanAll"/> made.</param>
    /// <param name="progress">Is told five times a second how far the job is, and at the end.</param>
    /// <param name="cancellation">Cancels the job.</param>
    /// <exception cref="OperationCanceledException">The job was cancelled; the results of all documents begun came before.</exception>
    public async IAsyncEnumerable<ConversionResult> RunAsync(
        IReadOnlyList<PlannedDocument> documents,
        IProgress<BatchProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        SetTotal(documents.Count);
        var options = _options.Batch with { Workers = Math.Clamp(documents.Count(document => !document.IsSettled), 1, _options.Batch.Workers) };
        var converter = new BatchConverter(token => Start(options, token));
        using var timer = progress is null
            ? null
            : _time.CreateTimer(_ => progress.Report(Progress), null, ProgressPeriod, ProgressPeriod);

        try
        {
            await foreach (var result in converter.ConvertAsync(Stream(documents), cancellation).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            Finish();
        }

        progress?.Report(Progress);
    }

    private BatchSession Start(BatchOptions batch, CancellationToken cancellation)
    {
        var session = new BatchSession(batch, _executor, _account, _time, cancellation, Probe);
        _run = new(_options, session, batch, _account, Probe, _time);
        return session;
    }

    private MachineProbe Probe() => new(_time);

    // On a timer's thread an exception would end the process.
    private void Tell(IProgress<BatchProgress> progress)
    {
        try
        {
            progress.Report(Progress);
        }
        catch (Exception failure)
        {
            _account.Noticed(Diagnostic.Warning(DiagnosticCodes.ObserverFailed, $"Progress could not be shown: {failure.Message}"));
        }
    }

    private static async IAsyncEnumerable<PlannedDocument> Stream(IReadOnlyList<PlannedDocument> documents)
    {
        foreach (var document in documents)
        {
            yield return document;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private BuildState? OpenState()
    {
        if (_options is not { Incremental: true, Destination: { } destination })
        {
            return null;
        }

        try
        {
            var fingerprint = JobFingerprint.Of(_options);
            var state = _options.DryRun
                ? BuildState.Peek(destination, fingerprint, _planner.WhatIsAt)
                : BuildState.Open(destination, fingerprint, _planner.WhatIsAt);
            Notice(state.TakeProblem());
            return state;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Notice($"The build state of '{destination}' cannot be used ({failure.Message}): everything is converted.");
            return null;
        }
    }

    private void NoticeStateProblem() => Notice(_state?.TakeProblem());

    private void Notice(string? problem)
    {
        if (problem is not null)
        {
            _account.Noticed(Diagnostic.Warning(DiagnosticCodes.BuildStateProblem, problem));
        }
    }

    /// <summary>Looks at what earlier runs left of a planned output.</summary>
    private PlannedDocument Assess(PlannedDocument document)
    {
        if (_state is null || document is not { Refusal: null, OutputPath: { } output, BasePath: { } basePath, Source.Path: { } source })
        {
            return document;
        }

        var freshness = _options.Rebuild ? Freshness.Forced : _state.Check(new(source, basePath), output);
        var assessed = document with { Freshness = freshness };
        return freshness is { IsCurrent: true, Record: { } record } && _executor is DocumentExecutor executor
            ? assessed with { Unchanged = executor.Unchanged(assessed, record) }
            : assessed;
    }

    private static DocumentExecutor ExecutorFor(JobOptions options, OutputTree? tree, BuildState? state) => new(
        JobConverter.Of(options),
        new TextDecoder(options.Encoding, options.StrictEncoding),
        options.MaximumDocumentBytes,
        tree is null ? null : new(tree, TargetFormats.Extension(options.To), options.Documents, state));
}
