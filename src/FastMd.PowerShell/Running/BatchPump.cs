using System.Management.Automation;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Live;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Running;

/// <summary>
/// Runs a batch from the pipeline thread: takes documents in while there is room, hands results out as they come, and never does one
/// without the other getting its turn. Everything written to the pipeline is written here.
/// </summary>
internal sealed class BatchPump : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private readonly Cmdlet _cmdlet;
    private readonly ConversionJob _job;
    private readonly JobSession _session;
    private readonly BatchProgressView _progress;
    private readonly ResultPresenter _presenter;
    private readonly Action<ConversionResult> _emit;
    private readonly bool _needsAll;

    /// <summary>A batch without documents.</summary>
    /// <param name="cmdlet">The cmdlet whose pipeline thread this is.</param>
    /// <param name="options">What the job depends on.</param>
    /// <param name="request">What is wanted besides the outputs.</param>
    /// <param name="presenter">Says what there is to say of documents.</param>
    /// <param name="emit">Shows a result.</param>
    public BatchPump(Cmdlet cmdlet, JobOptions options, JobRequest request, ResultPresenter presenter, Action<ConversionResult> emit)
    {
        _cmdlet = cmdlet;
        _job = new(options);
        _session = _job.Open(request);
        _progress = new(cmdlet);
        _presenter = presenter;
        _emit = emit;
        _needsAll = options is { Shard: not null } or { Sharing.IsShared: true };
    }

    /// <summary>Absolute path of the file that the report is written to; null for none.</summary>
    public string? ReportFile
    {
        get => _session.ReportFile;
        set => _session.ReportFile = value;
    }

    /// <summary>The job for those who watch it.</summary>
    public ILiveSource Live => _job.Live;

    /// <summary>Plans sources that are known together.</summary>
    public IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<DocumentSource> sources)
        => sources is [var single] && !_needsAll ? _job.PlanNext(single) : _job.PlanAll(sources);

    /// <summary>Takes a document in. While there is no room, shows what there is to show.</summary>
    public void Admit(PlannedDocument document)
    {
        while (!_session.TryAdmit(document))
        {
            DrainOrWait();
        }

        Drain();
        _progress.Update(() => _job.Progress);
    }

    /// <summary>Takes in documents of a job that is shared, as they are given out, until the job is over.</summary>
    /// <exception cref="SharedJobException">The job cannot go on.</exception>
    public void AdmitClaimed()
    {
        for (var isOver = false; !isOver;)
        {
            if (_session.TryClaim(out var document, out isOver, out var pause))
            {
                Admit(document);
            }
            else if (!isOver)
            {
                if (!Drain())
                {
                    _session.Wait(pause);
                }

                _progress.Update(() => _job.Progress);
            }
        }
    }

    /// <summary>No more documents will come: shows the rest.</summary>
    public void Finish()
    {
        _session.CompleteAdding();
        while (!_session.IsCompleted)
        {
            DrainOrWait();
        }
    }

    /// <summary>Ends the batch early; called from another thread.</summary>
    public void Cancel() => _session.Cancel();

    /// <summary>Writes the report of a batch that ended early; gives what came of it where it could not be written.</summary>
    public ReportFailedRecord? WriteReport() => _session.WriteReport();

    /// <summary>What the batch did; complete once it has finished or was disposed.</summary>
    public Lazy<BatchReport> Report() => _job.LaterReport();

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _job.Dispose();
    }

    private void DrainOrWait()
    {
        if (!Drain())
        {
            _session.Wait(LongestWait);
        }

        _progress.Update(() => _job.Progress);
    }

    private bool Drain()
    {
        var any = false;
        while (_session.TryTake(out var record))
        {
            any = true;
            Show(record);
        }

        return any;
    }

    private void Show(JobRecord record)
    {
        switch (record)
        {
            case ResultRecord { Result: var result }:
                _emit(result);
                break;
            case NoticeRecord { Notice: var notice }:
                Show(notice);
                break;
            case RemarkRecord { Text: var text }:
                _cmdlet.WriteVerbose(text);
                break;
            case RemovedRecord { Output: var output }:
                _cmdlet.WriteVerbose(OneLine.Of($"Removed '{output.Path}': {output.Reason}."));
                break;
            case ReportFailedRecord failed:
                _cmdlet.WriteError(DiagnosticErrors.ReportUnwritable(failed.Path, failed.Failure));
                break;
            case SummaryRecord summary:
                _progress.Complete();
                Show(summary);
                break;
        }
    }

    private void Show(JobNotice notice)
    {
        if (notice.Path is { } path)
        {
            _presenter.Show(path, notice.Diagnostic);
        }
        else if (notice.Diagnostic.Severity == DiagnosticSeverity.Error)
        {
            _cmdlet.WriteError(DiagnosticErrors.Record("FastMd", notice.Diagnostic));
        }
        else
        {
            _cmdlet.WriteWarning($"{notice.Diagnostic.Message} [{notice.Diagnostic.Code}]");
        }
    }

    private void Show(SummaryRecord summary)
    {
        var done = summary.Progress;
        _cmdlet.WriteVerbose(
            $"{done.Completed} documents, {done.Failed} failed, in {done.Elapsed.TotalSeconds:0.00} s: " +
            $"{done.DocumentsPerSecond:N0} pages/s, {done.BytesPerSecond / 1048576:0.0} MB/s.");
        if (summary.StuckWorkers > 0)
        {
            _cmdlet.WriteWarning(
                $"{summary.StuckWorkers} documents that were given up still hold a processor each until they or this process end.");
        }
    }
}
