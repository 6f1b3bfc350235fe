using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Output;
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
    private JobRun? _run;

    /// <summary>A job.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    public ConversionJob(JobOptions options, TimeProvider? time = null)
        : this(options, ExecutorFor(options), time ?? TimeProvider.System)
    {
    }

    internal ConversionJob(JobOptions options, IDocumentExecutor executor, TimeProvider time)
    {
        _options = options;
        _time = time;
        _executor = executor;
        _planner = new(options);
        _account = new(time, options.Batch);
        _caches = new(executor);
    }

    /// <summary>How far the job is.</summary>
    public BatchProgress Progress => _account.Snapshot();

    /// <summary>Plans documents that are known together. Writes nothing.</summary>
    public IReadOnlyList<PlannedDocument> PlanAll(IReadOnlyList<DocumentSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return _planner.PlanAll(sources);
    }

    /// <summary>Plans the next document of those that come one by one. Writes nothing.</summary>
    public PlannedDocument Plan(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _planner.Plan(source);
    }

    /// <summary>Starts a run that is fed and drained by the caller.</summary>
    public BatchSession Start(CancellationToken cancellation = default) => Start(_options.Batch, cancellation);

    /// <summary>The run is over: what it measured is complete. <see cref="RunAsync"/> sees to it by itself.</summary>
    public void Finish() => _run?.Dispose();

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
    public void Dispose() => Finish();

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
        var options = _options.Batch with { Workers = Math.Clamp(documents.Count, 1, _options.Batch.Workers) };
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

    private static DocumentExecutor ExecutorFor(JobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var target = options.Destination is { } destination
            ? new OutputTarget(
                new OutputTree(destination, options.OverwriteReadOnly), TargetFormats.Extension(options.To), options.Documents)
            : null;
        return new(
            new MarkdownConverter(options.Markdown),
            new TextDecoder(options.Encoding, options.StrictEncoding),
            options.MaximumDocumentBytes,
            target,
            pages: options.Template is { } template ? new PageWriter(template, options.Destination) : null);
    }
}
