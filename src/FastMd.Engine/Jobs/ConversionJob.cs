using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Books;
using FastMd.Engine.Jobs.Cluster;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Jobs.Running;
using FastMd.Engine.Jobs.Sharding;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Resources;
using FastMd.Engine.Steps;

namespace FastMd.Engine.Jobs;

/// <summary>
/// A job: plan, run, account. Documents known together go through <see cref="PlanAll"/> and <see cref="RunAsync"/>; a door that shows all there
/// is to show opens a <see cref="JobSession"/>. One job, one run.
/// </summary>
public sealed class ConversionJob : IDisposable
{
    private static readonly TimeSpan ProgressPeriod = TimeSpan.FromMilliseconds(200);

    // Checking so few is done before a second thread has started.
    private const int FewDocuments = 64;

    private readonly JobOptions _options;
    private readonly TimeProvider _time;
    private readonly ConversionPlanner _planner;
    private readonly JobAccount _account;
    private readonly JobDestination? _destination;
    private readonly IDocumentProcessor _processor;
    private readonly IDocumentExecutor? _executor;
    private readonly JobCaches _caches;
    private readonly LinkBook _linkBook;
    private readonly AssetStage? _assets;
    private readonly ProductStage? _products;
    private readonly BookAssets? _bookAssets;
    private readonly JobShard? _shard;
    private readonly ClusterPublisher? _cluster;
    private readonly IReadOnlyList<IResultConsumer> _consumers;
    private readonly ErrorFiles? _errorFiles;
    private readonly LivePart _part;
    private readonly JobWatchers _watchers;
    private long _planned;
    private string? _root;
    private JobRun? _run;
    private SharedJob? _shared;

    /// <summary>A job. One that is incremental has the destination to itself from its first plan, or its preparation, until it is disposed.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    public ConversionJob(JobOptions options, TimeProvider? time = null)
        : this(options, processor: null, time ?? TimeProvider.System)
    {
    }

    internal ConversionJob(JobOptions options, IDocumentProcessor? processor, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _planner = new(options);
        _account = new(time, options.Batch);
        _destination = _planner.Map is null ? null : new(options, _planner, _account.Noticed, time);
        var links = JobExecutors.LinksOf(options, _planner.Folders);
        var executing = JobExecutors.ExecutingOf(options, links);
        _cluster = processor is null && options is { Sharing.Cluster: not null, DryRun: false } ? new(options, _destination!, FrontMatterOf(executing)) : null;
        _executor = processor is null && _cluster is null ? ExecutorOf(executing) : null;
        _processor = processor ?? _cluster ?? (IDocumentProcessor)ProcessorFor(executing, _executor!, time);
        _caches = new(links);
        _shard = options.Shard is { } number ? new(options, number, time) : null;
        _linkBook = new(options.ChecksLinks ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        if (_destination is { } destination)
        {
            _assets = options.Links.Assets == AssetHandling.None
                ? null
                : new(destination.Map, destination.Tree, destination.State, _planner, destination.Places, options.Batch.EffectiveWorkers, options.Batch.TimeLimitOfSize);
            _bookAssets = options.Links.Assets == AssetHandling.None ? null : new(destination, _planner, options);
            _products = options is { Target.HasProducts: true, OutputFile: null, Shard: null } ? new(options.Target, destination, _planner, options.BasePath) : null;
        }

        _consumers = [.. ConsumersOf()];
        _errorFiles = _destination is { } errorsOf
            ? new(
                errorsOf.Map, errorsOf.Tree, errorsOf.State, errorsOf.Foreign, options.ErrorFiles, options.BasePath,
                (document, failure) => _account.Noticed(new JobNotice(failure, document)))
            : null;
        _part = new(RunName, () => options.NameFrom(_root ?? options.BasePath), options.Sharing.Cluster is null ? LiveRole.Converter : LiveRole.Publisher, () => Progress, Report, time);
        _watchers = new(options, _destination, _cluster is null ? null : new(_cluster.Tell, _cluster.Told), _part, time);
    }

    /// <summary>How far the job is.</summary>
    public BatchProgress Progress => _shared is null ? _account.Snapshot() : WithOthers(_account.Snapshot(), _shared.Progress);

    /// <summary>The whole job for those who watch it: what this process and all others that are at it do.</summary>
    internal ILiveSource Live => _watchers;

    /// <summary>Whether a threshold of an alert was crossed.</summary>
    public bool HasAlerts => _account.HasAlerts;

    /// <summary>
    /// Begins to load the build state of the destination, if there is one, while the caller still searches for sources. Problems with it
    /// are reported by <see cref="PlanAll"/>.
    /// </summary>
    /// <returns>Whether they left anything.</returns>
    public bool Prepare() => _destination?.Prepare() == true;

    /// <summary>Plans sources that are known together. Writes no output.</summary>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    /// <exception cref="SharedJobException">The job cannot be shared.</exception>
    public IReadOnlyList<PlannedDocument> PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var planned = _planner.PlanAll(sources);
        _planned += planned.Length;
        _root = planned is [{ BasePath: { } first }, ..] && planned[^1].BasePath == first ? first : _options.BasePath;
        planned = BeginShard(planned);
        if (planned.Length < FewDocuments)
        {
            return Shared(Expected([.. planned.Select(Assess)]));
        }

        // The state is loaded before the loop, so that its problems surface on this thread and once.
        _ = _destination?.State.Recorded;
        Parallel.For(
            0,
            planned.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Batch.EffectiveWorkers },
            i => planned[i] = Assess(planned[i]));
        return Shared(Expected(planned));
    }

    /// <summary>Plans the next source of those that come one by one: a document, or the documents it holds. Writes no output. A shard is of documents known together.</summary>
    /// <exception cref="DestinationInUseException">Another run is writing to the destination.</exception>
    public IReadOnlyList<PlannedDocument> PlanNext(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var planned = _planner.PlanNext(source);
        _planned += planned.Count;
        return Expected([.. planned.Select(Assess)]);
    }

    /// <summary>
    /// The files that earlier runs wrote and that no run would write any more, by what is planned: to be asked for when all documents are
    /// planned, and removed when they are converted.
    /// </summary>
    public IReadOnlyList<StaleOutput> FindStale()
    {
        if (_destination?.State.Recorded is not { HasProblem: false })
        {
            _account.Noticed(Diagnostic.Error(
                DiagnosticCodes.BuildStateProblem,
                $"What earlier runs left in '{_options.Destination}' is not known, or not all of it, and was not removed: remove what is out of date yourself, or convert into an empty directory."));
        }

        return _destination?.Pruning?.Find() ?? [];
    }

    /// <summary>Removes such a file; gives what a person should know of it where it stays.</summary>
    public Diagnostic? Remove(StaleOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _destination?.Pruning?.Remove(output);
    }

    /// <summary>Opens the stream of all there is to know of the run.</summary>
    /// <param name="request">What is wanted besides the outputs.</param>
    /// <param name="cancellation">Cancels the job.</param>
    public JobSession Open(JobRequest? request = null, CancellationToken cancellation = default)
        => Open(request ?? new(), _options.Batch, takesMessages: true, cancellation);

    /// <summary>What the job did, so far.</summary>
    public BatchReport Report() => LaterReport().Value;

    /// <summary>
    /// The report of a job that has ended, built on first use: building the first one of a process takes some twenty milliseconds, and most
    /// are never read.
    /// </summary>
    public Lazy<BatchReport> LaterReport()
    {
        var recorder = _account.Recorder;
        var machine = _account.Machine(_caches.Statistics());
        return new(() => recorder.Build(machine));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Finish();
        EndLive(isCancelled: true);
        _shared?.Dispose();
        _cluster?.Dispose();
        (_executor as IDisposable)?.Dispose();
        _destination?.Dispose();
    }

    /// <summary>The next remark on how the job runs, for who wants to know all, if there is one.</summary>
    public bool TryTakeRemark([NotNullWhen(true)] out string? remark) => _account.TryTakeRemark(out remark);

    /// <summary>The next message about the job as a whole, or about a document after its result, if there is one.</summary>
    public bool TryTakeNotice([NotNullWhen(true)] out JobNotice? notice)
    {
        if (_shared?.TryTakeNotice(out var diagnostic) == true)
        {
            _account.Noticed(diagnostic);
        }

        return _account.TryTakeNotice(out notice);
    }

    /// <summary>Runs planned documents; results come as <see cref="BatchOptions.Ordered"/> says, and what else there is to say as notices.</summary>
    /// <param name="documents">What <see cref="PlanAll"/> made.</param>
    /// <param name="progress">Receives the progress five times a second, and at the end.</param>
    /// <param name="cancellation">Cancels the job.</param>
    /// <exception cref="OperationCanceledException">The job was cancelled; the results of all documents begun came before.</exception>
    public async IAsyncEnumerable<ConversionResult> RunAsync(
        IReadOnlyList<PlannedDocument> documents,
        IProgress<BatchProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // Notices stay in the queue that the caller reads: the session must not take them, or it would take those added here again.
        using var session = Open(documents, new(), takesMessages: false, cancellation);
        await foreach (var record in session.DriveAsync(documents, cancellation).ConfigureAwait(false))
        {
            switch (record)
            {
                case ResultRecord { Result: var result }:
                    yield return result;
                    break;
                case NoticeRecord { Notice: var notice }:
                    _account.Noticed(notice);
                    break;
                case ProgressRecord { Progress: var now }:
                    Tell(progress, now);
                    break;
            }
        }

        progress?.Report(Progress);
    }

    /// <summary>Runs planned documents; all there is to know of it comes as records, the summary last.</summary>
    /// <param name="documents">What <see cref="PlanAll"/> made.</param>
    /// <param name="request">What is wanted besides the outputs.</param>
    /// <param name="cancellation">Cancels the job.</param>
    /// <exception cref="OperationCanceledException">The job was cancelled; the records of all documents begun, and the summary, came before.</exception>
    public async IAsyncEnumerable<JobRecord> StreamAsync(
        IReadOnlyList<PlannedDocument> documents, JobRequest? request = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var session = Open(documents, request ?? new(), takesMessages: true, cancellation);
        await foreach (var record in session.DriveAsync(documents, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    /// <summary>Follows up on a result, in the order results come out.</summary>
    internal void Consume(ConversionResult result)
    {
        foreach (var consumer in _consumers)
        {
            consumer.Consume(result);
        }

        if (result.IsDone && (_executor as BookExecutor)?.Spool is { } spool && result.Document is { Path: { } path, Part: null } && _options.Reading.Sources.Of(path).NeedsProcess)
        {
            spool.Remove(path);
        }

        _errorFiles?.Consume(result);
        _options.GivenUp?.Record(result, _options);
    }

    /// <summary>The next document of a job that is shared; null where this one is not.</summary>
    internal SharedJob? SharedWork => _shared;

    /// <summary>How many documents there will be, once that is known.</summary>
    internal void SetTotal(long total) => _account.Total = total;

    /// <summary>
    /// Does what can only be done when all documents have their results: links between them are checked, files that they refer to are copied
    /// along, and files made of several of them are written.
    /// </summary>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>What there is to say of it, as it is done.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal IEnumerable<JobRecord> Complete(CancellationToken cancellation)
    {
        foreach (var notice in _shared is null ? [] : ConsumeShared(_shared))
        {
            yield return new NoticeRecord(notice);
        }

        if (_shared is { HasEnd: false })
        {
            yield break;
        }

        if (_options.ChecksLinks || _options.Links.Warnings)
        {
            foreach (var dead in _linkBook.Check())
            {
                yield return new NoticeRecord(dead);
            }
        }

        var failures = new ConcurrentQueue<JobNotice>();
        _assets?.Run((document, failure) => failures.Enqueue(new(failure, document)), cancellation);
        _bookAssets?.Run((book, failure) => failures.Enqueue(new(failure, book)), cancellation);
        foreach (var failure in failures)
        {
            yield return new NoticeRecord(failure);
        }

        foreach (var product in WriteProducts())
        {
            yield return new ResultRecord(product);
        }

        if (_shard?.Finish(Progress.Failed) is { } unfinished)
        {
            yield return new NoticeRecord(new(unfinished));
        }
    }

    /// <summary>Whether this process makes what is made when all documents are done.</summary>
    internal bool HasEnd => _shared is null or { HasEnd: true };

    /// <summary>All is done: lets the other processes go that share the job.</summary>
    internal void CompleteShared()
    {
        if (_shared is null)
        {
            (_executor as BookExecutor)?.Spool?.Clear();
        }

        if (_shared is { HasEnd: true })
        {
            _cluster?.Sweep();
            _destination!.EndShared();
            _shared.CompleteEnd();
        }
    }

    /// <summary>The run is over: what it measured is complete.</summary>
    internal void Finish()
    {
        _destination?.TellOfProblem();
        _run?.Dispose();
    }

    /// <summary>The run is over, with all that is done at its end: tells those who watch.</summary>
    internal void EndLive(bool isCancelled)
    {
        if (_part.End(isCancelled))
        {
            _watchers.Dispose();
        }
    }

    /// <summary>Which run it is: the processes that share a job say the same.</summary>
    private string RunName() => _cluster?.RunName ?? (_destination?.Work?.Began ?? _account.Recorder.Started).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Leaves what other shards do to them; all of it where there are none.</summary>
    private PlannedDocument[] BeginShard(PlannedDocument[] planned)
    {
        if (_shard is null)
        {
            return planned;
        }

        var share = _shard.Of(planned);
        if (_destination?.State.Recorded is not null && _shard.Begin() is { } problem)
        {
            _account.Noticed(problem);
        }

        return share;
    }

    private IDocumentExecutor ExecutorOf(ExecutorOptions executing)
    {
        var local = new DocumentExecutor(executing, _time);
        return ExecutorChoice.WithBooks(ExecutorChoice.Of(_options, local, _account.Remarked), local, _options, _time, _account.ReadPages);
    }

    private DocumentProcessor ProcessorFor(ExecutorOptions executing, IDocumentExecutor executor, TimeProvider time) => new(
        _options.Step is { } step ? new SteppedExecutor(executor, Limited(step), time) : executor,
        _destination is null ? null : Fenced(new DocumentCommitter(_destination.Tree, _destination.State, _destination.Foreign, FrontMatterOf(executing))),
        time);

    private Func<DocumentSource, IReadOnlyDictionary<string, object?>?> FrontMatterOf(ExecutorOptions executing)
        => new FrontMatterReader(new(executing.Sources, executing.Decoder, executing.MaximumBytes, _time, frontMatter: executing.FrontMatter)).Read;

    private StepOptions Limited(StepOptions step)
        => _options.Sharing.IsConcurrent ? step with { Ledger = new JournalRateLedger(() => _destination!.Work!, _time) } : step;

    private IDocumentCommitter Fenced(DocumentCommitter committer)
        => _options.Sharing.IsConcurrent ? new FencedCommitter(committer, () => _shared) : committer;

    private IEnumerable<IResultConsumer> ConsumersOf()
    {
        yield return _linkBook;
        if (_assets is not null)
        {
            yield return _assets;
        }

        if (_bookAssets is not null)
        {
            yield return _bookAssets;
        }

        if (_products is not null)
        {
            yield return _products;
        }
    }

    private List<ConversionResult> WriteProducts()
    {
        List<ConversionResult> products = [.. _products?.Run(_planned) ?? []];
        if (_destination is { State.IsOpened: true, Pruning: { } pruning })
        {
            pruning.Products = products.Select(static product => product.OutputPath).OfType<string>().ToHashSet(PathRules.Comparer);
        }

        return products;
    }

    private JobSession Open(IReadOnlyList<PlannedDocument> documents, JobRequest request, bool takesMessages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        _account.Total = documents.Count;
        var batch = _options.Batch with { Workers = Math.Clamp(documents.Count(document => !document.IsSettled), 1, _options.Batch.Workers) };
        return Open(request, batch, takesMessages, cancellation);
    }

    private JobSession Open(JobRequest request, BatchOptions batch, bool takesMessages, CancellationToken cancellation)
    {
        batch = batch with { InHandPerWorker = _executor?.InHandPerWorker ?? 1 };
        IBatchObserver observer = _options.Sharing.IsShared ? new SharedObserver(_account, () => _shared) : _account;
        var session = new BatchSession(batch, _processor, observer, _time, cancellation, Probe);
        _run = new(_options, session, batch, _account, Probe, _time);
        _part.Run = _run;
        _watchers.Begin();
        return new(this, request, session, takesMessages, _time, ProgressPeriod, cancellation);
    }

    private MachineProbe Probe() => new(_time);

    // A progress handler that throws must not end the job.
    private void Tell(IProgress<BatchProgress>? progress, BatchProgress now)
    {
        try
        {
            progress?.Report(now);
        }
        catch (Exception failure)
        {
            _account.Noticed(Diagnostic.Warning(DiagnosticCodes.ObserverFailed, $"Progress could not be shown: {failure.Message}"));
        }
    }

    private IReadOnlyList<PlannedDocument> Expected(IReadOnlyList<PlannedDocument> planned)
    {
        if (!_options.DryRun && (_executor is BookExecutor { Others: var others } ? others : _executor) is AdaptiveExecutor adaptive)
        {
            adaptive.Expect(planned);
        }

        return planned;
    }

    /// <summary>Publishes the documents of a job that is shared.</summary>
    private IReadOnlyList<PlannedDocument> Shared(IReadOnlyList<PlannedDocument> planned)
    {
        if (_options is not { Sharing: { IsShared: true } sharing, DryRun: false })
        {
            return planned;
        }

        var plan = SharedPlan.Of(SharedPlan.Announce(_options, JobFingerprint.Of(_options)), planned);
        if (_cluster is not null)
        {
            _shared = new(_cluster.Open(planned), plan with { Remote = _cluster.Work }, planned, static documents => documents, sharing.Lease, _time);
            _cluster.OutcomeOf = _shared.OutcomeOf;
        }
        else if (_destination?.State.Recorded is not null)
        {
            _shared = new(_destination.Work!, plan, planned, Reassess, sharing.ClaimLimit, _time);
        }

        return planned;
    }

    /// <summary>Follows up on all results of a job that is shared, in the order of the input; gives what there is to say of the other processes.</summary>
    private IEnumerable<JobNotice> ConsumeShared(SharedJob shared)
    {
        foreach (var (document, error) in shared.FailedElsewhere())
        {
            yield return new(Diagnostic.Error(error.Code, error.Message), document.Source.Name);
        }

        if (!shared.HasEnd)
        {
            yield break;
        }

        // What other processes did is in the build state, as what earlier runs did is.
        _destination!.State.Recorded?.CatchUp();
        foreach (var known in shared.CompletedElsewhere().AsParallel().AsOrdered().Select(Known))
        {
            if (known.Freshness?.Record is null)
            {
                yield return new(
                    Diagnostic.Warning(
                        DiagnosticCodes.BuildStateProblem,
                        "What another process made of the document is not recorded: it is left out of what is made of several documents, such as an index, copied files and the check of links. Run the same command again."),
                    known.Source.Name);
                continue;
            }

            var result = _processor.Settle(known);
            foreach (var consumer in _consumers)
            {
                consumer.Consume(result);
            }
        }
    }

    /// <summary>Looks again at documents that another process had: it may have written their outputs.</summary>
    private IEnumerable<PlannedDocument> Reassess(IReadOnlyList<PlannedDocument> documents)
    {
        _destination!.State.Recorded?.CatchUp();
        return documents.Select(Assess);
    }

    private static BatchProgress WithOthers(BatchProgress own, WorkProgress all)
        => own with { Total = all.Total, Elsewhere = Math.Max(0, all.Completed + all.Failed - own.Completed) };

    /// <summary>A document with what the build state knows of its output by now.</summary>
    private PlannedDocument Known(PlannedDocument document)
        => document is { OutputPath: { } output, BasePath: { } basePath, Source.Path: { } source } && _destination?.State.Recorded is { } state
            ? document with { Refusal = null, Freshness = state.Check(new(source, basePath, document.Kind, document.Source.Part ?? ""), output, document.Source.Stamp) }
            : document;

    /// <summary>Looks at what earlier runs left of a planned output.</summary>
    private PlannedDocument Assess(PlannedDocument document)
    {
        if (document.Refusal is null && _options.GivenUp?.Refusal(document.Source, _options) is { } refusal)
        {
            return document with { Refusal = refusal };
        }

        if (document is not { Refusal: null, OutputPath: { } output, BasePath: { } basePath, Source.Path: { } source } || _destination?.State.Recorded is not { } state)
        {
            return document;
        }

        var freshness = _options.Rebuild
            ? Freshness.Forced
            : state.Check(new(source, basePath, document.Kind, document.Source.Part ?? ""), output, document.Source.Stamp);
        return document with { Freshness = _options.DryRun ? state.Settle(freshness) : freshness };
    }
}
