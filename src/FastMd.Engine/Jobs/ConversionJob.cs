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

    // To look at so few is over before another thread has begun to.
    private const int FewDocuments = 64;

    private readonly JobOptions _options;
    private readonly TimeProvider _time;
    private readonly IDocumentExecutor _executor;
    private readonly ConversionPlanner _planner;
    private readonly JobAccount _account;
    private readonly JobCaches _caches;
    private readonly Lazy<BuildState?>? _state;
    private readonly Lazy<Pruning?> _pruning;
    private readonly OutputTree? _tree;
    private JobRun? _run;
    private Task? _opening;

    /// <summary>A job. One that is incremental has the destination to itself from its first plan, or its preparation, until it is disposed.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
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
        _account = new(time, options.Batch)
        {
            Links = new(options.ChecksLinks ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning),
        };
        _state = options.Incremental && _planner.Map is not null ? new(() => OpenState(options.Destination!)) : null;
        var tree = _tree = _planner.Map is null ? null : new OutputTree(options.Destination!, options.OverwriteReadOnly);
        var foreign = tree is null ? null : new ForeignFiles(options.Destination!, options.OutputFile, options.Rebuild, _state ?? new(PeekState), isKept: _state is not null);
        _executor = executor ?? (options.ChecksLinks ? CheckerFor(options, _planner.Folders) : ExecutorFor(options, tree, _state, foreign, _planner.Folders));
        var places = tree is null ? null : new AssetPlaces(foreign!, options.FollowLinks);
        _account.Assets = tree is null || options.Assets == AssetHandling.None
            ? null
            : new(_planner.Map!, tree, _state, _planner, places!, options.Batch.EffectiveWorkers, options.Batch.TimeLimitOfSize);
        _account.GivenUp = options.GivenUp is { } givenUp ? (document, result) => givenUp.Completed(document, result, options) : null;
        _account.ErrorFiles = tree is null ? null : new(_planner.Map!, tree, _state, foreign!, options.ErrorFiles, options.BasePath, _account.Noticed);
        _pruning = new(() => _state?.Value is { } state ? new Pruning(state, tree!, _planner.Map!, _planner, places!, options.Documents) : null);
        _caches = new(_executor);
    }

    private BuildState? OpenedState => _state is { IsValueCreated: true } ? _state.Value : null;

    /// <summary>How far the job is.</summary>
    public BatchProgress Progress => _account.Snapshot();

    /// <summary>
    /// Begins to read what earlier runs left in the destination, if they left anything, while the caller still searches for sources. What
    /// is wrong with it is told by <see cref="PlanAll"/>.
    /// </summary>
    /// <returns>Whether they left anything.</returns>
    public bool Prepare()
    {
        if (_state is null || !BuildState.IsIn(_options.Destination!))
        {
            return false;
        }

        _opening = Task.Run(Open);
        return true;

        void Open()
        {
            try
            {
                _ = _state.Value;
            }
            catch (Exception) when (!_state.IsValueCreated)
            {
                // Whoever plans asks again, and gets the same answer.
            }
        }
    }

    /// <summary>Plans documents that are known together. Writes no output.</summary>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    public IReadOnlyList<PlannedDocument> PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var planned = _planner.PlanAll(sources).ToArray();
        if (planned.Length < FewDocuments)
        {
            return [.. planned.Select(Assess)];
        }

        // The state is read first, and what is wrong with it said: here, and not by one of many.
        _ = _state?.Value;
        Parallel.For(
            0,
            planned.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Batch.EffectiveWorkers },
            i => planned[i] = Assess(planned[i]));
        return planned;
    }

    /// <summary>Plans the next document of those that come one by one. Writes no output.</summary>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    public PlannedDocument Plan(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Assess(_planner.Plan(source));
    }

    /// <summary>
    /// The files that earlier runs wrote and that no run would write any more, by what is planned: to be asked for when all documents are
    /// planned, and removed when they are converted.
    /// </summary>
    public IReadOnlyList<StaleOutput> FindStale()
    {
        if (_state?.Value is not { HasProblem: false })
        {
            _account.Noticed(Diagnostic.Error(
                DiagnosticCodes.BuildStateProblem,
                $"What earlier runs left in '{_options.Destination}' is not known, or not all of it, and was not removed: remove what is out of date yourself, or convert into an empty directory."));
        }

        return _pruning.Value?.Find() ?? [];
    }

    /// <summary>Removes such a file; gives what a person should know of it where it stays.</summary>
    public Diagnostic? Remove(StaleOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _pruning.Value?.Remove(output);
    }

    /// <summary>Starts a run that is fed and drained by the caller.</summary>
    public BatchSession Start(CancellationToken cancellation = default) => Start(_options.Batch, cancellation);

    /// <summary>
    /// Does what can only be done when all documents have their results: links between them are checked, and files that they refer to are
    /// copied along. What there is to say of it comes as notices. <see cref="RunAsync"/> sees to it by itself.
    /// </summary>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Complete(CancellationToken cancellation = default)
    {
        if (_options.ChecksLinks || _options.LinkWarnings)
        {
            _account.Links.Check(_account.Noticed);
        }

        _account.Assets?.Run(_account.Noticed, cancellation);
    }

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
        _opening?.Wait();
        OpenedState?.Dispose();
        _tree?.Dispose();
    }

    /// <summary>How many documents there will be, once that is known.</summary>
    public void SetTotal(long total) => _account.Total = total;

    /// <summary>Whether a threshold of an alert was crossed.</summary>
    public bool HasAlerts => _account.HasAlerts;

    /// <summary>The next remark on how the job runs, for who wants to know all, if there is one.</summary>
    public bool TryTakeRemark([NotNullWhen(true)] out string? remark) => _account.TryTakeRemark(out remark);

    /// <summary>The next message about the job as a whole, or about a document after its result, if there is one.</summary>
    public bool TryTakeNotice([NotNullWhen(true)] out JobNotice? notice) => _account.TryTakeNotice(out notice);

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
            : _time.CreateTimer(_ => Tell(progress), null, ProgressPeriod, ProgressPeriod);

        try
        {
            await foreach (var result in converter.ConvertAsync(Stream(documents), cancellation).ConfigureAwait(false))
            {
                yield return result;
            }

            Complete(cancellation);
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

    private BuildState? OpenState(string destination)
    {
        try
        {
            var fingerprint = JobFingerprint.Of(_options);
            var state = _options.DryRun
                ? BuildState.Peek(destination, fingerprint, _planner.WhatIsAt, _options.TrustsState)
                : BuildState.Open(destination, fingerprint, _planner.WhatIsAt, _options.TrustsState);
            Notice(state.TakeProblem());
            if (!_options.DryRun)
            {
                // What a killed run was writing when it was killed may lie where no document goes any more.
                foreach (var folder in state.UnfinishedFolders())
                {
                    _tree!.Sweep(folder);
                }
            }

            return state;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Notice($"The build state of '{destination}' cannot be used ({failure.Message}): everything is converted.");
            return null;
        }
    }

    /// <summary>What earlier runs wrote, for a run that takes nothing down; null where there is no telling.</summary>
    private BuildState? PeekState()
    {
        try
        {
            return BuildState.IsIn(_options.Destination!)
                ? BuildState.Peek(_options.Destination!, JobFingerprint.Of(_options), _planner.WhatIsAt, _options.TrustsState)
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void NoticeStateProblem() => Notice(OpenedState?.TakeProblem());

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
        if (document.Refusal is null && _options.GivenUp?.Refusal(document, _options) is { } refusal)
        {
            return document with { Refusal = refusal };
        }

        if (document is not { Refusal: null, OutputPath: { } output, BasePath: { } basePath, Source.Path: { } source } || _state?.Value is not { } state)
        {
            return document;
        }

        var freshness = _options.Rebuild ? Freshness.Forced : state.Check(new(source, basePath), output, document.Source.Stamp);
        if (_options.DryRun)
        {
            freshness = state.Settle(freshness);
        }

        var assessed = document with { Freshness = freshness };
        return freshness is { IsCurrent: true, Record: not null } && _executor is DocumentExecutor executor
            ? assessed with { ToUnchanged = executor.Unchanged }
            : assessed;
    }

    private static LinkCheckExecutor CheckerFor(JobOptions options, ListedFolders folders) => new(
        JobConverter.OfLinks(options),
        new TextDecoder(options.Encoding, options.StrictEncoding),
        options.MaximumDocumentBytes,
        new TreeLinks(options.Documents, TargetFormats.Extension(options.To)) { Folders = folders });

    private static DocumentExecutor ExecutorFor(JobOptions options, OutputTree? tree, Lazy<BuildState?>? state, ForeignFiles? foreign, ListedFolders folders) => new(
        JobConverter.Of(options),
        new TextDecoder(options.Encoding, options.StrictEncoding),
        options.MaximumDocumentBytes,
        tree is null ? null : TargetOf(options, tree, state, foreign, folders),
        pages: options is { To: TargetFormat.Html, Template: { } template } ? new PageWriter(template, options.Destination, options.Markdown.RawHtml) : null);

    private static OutputTarget TargetOf(JobOptions options, OutputTree tree, Lazy<BuildState?>? state, ForeignFiles? foreign, ListedFolders folders) => new(
        tree,
        TargetFormats.Extension(options.To),
        options.Documents,
        CopiesAssets: options.Assets == AssetHandling.Copy,
        state,
        options.LinkWarnings)
    {
        Folders = folders,
        Foreign = foreign,
    };
}
