using System.Management.Automation;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
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
    private readonly BatchSession _session;
    private readonly BatchProgressView _progress;
    private readonly ResultPresenter _presenter;
    private readonly Action<ConversionResult> _emit;
    private long _admitted;

    /// <summary>A batch without documents.</summary>
    /// <param name="cmdlet">The cmdlet whose pipeline thread this is.</param>
    /// <param name="options">What the job depends on.</param>
    /// <param name="presenter">Says what there is to say of documents.</param>
    /// <param name="emit">Shows a result.</param>
    public BatchPump(Cmdlet cmdlet, JobOptions options, ResultPresenter presenter, Action<ConversionResult> emit)
    {
        _cmdlet = cmdlet;
        _job = new(options);
        _session = _job.Start();
        _progress = new(cmdlet);
        _presenter = presenter;
        _emit = emit;
    }

    /// <summary>Plans documents that are known together.</summary>
    public IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<DocumentSource> sources)
        => sources is [var single] ? [_job.Plan(single)] : _job.PlanAll(sources);

    /// <summary>Takes a document in. While there is no room, hands results out.</summary>
    public void Admit(PlannedDocument document)
    {
        while (!_session.TryAdmit(document))
        {
            if (!Drain())
            {
                _session.Wait(LongestWait);
            }

            _progress.Update(() => _job.Progress);
        }

        _admitted++;
        Drain();
        _progress.Update(() => _job.Progress);
    }

    /// <summary>No more documents will come: hands out the rest.</summary>
    public void Finish()
    {
        _job.SetTotal(_admitted);
        _session.CompleteAdding();
        while (!_session.IsCompleted)
        {
            if (!Drain())
            {
                _session.Wait(LongestWait);
            }

            _progress.Update(() => _job.Progress);
        }

        _job.Complete();
        _job.Finish();
        ShowNotices();
        _progress.Complete();
        ShowSummary();
    }

    /// <summary>The files that earlier runs wrote and that no run would write any more.</summary>
    public IReadOnlyList<StaleOutput> FindStale()
    {
        var stale = _job.FindStale();
        ShowNotices();
        return stale;
    }

    /// <summary>Removes such a file.</summary>
    public void Remove(StaleOutput output)
    {
        if (_job.Remove(output) is not { } kept)
        {
            _cmdlet.WriteVerbose(OneLine.Of($"Removed '{output.Path}': {output.Reason}."));
        }
        else if (kept.Severity == DiagnosticSeverity.Error)
        {
            _cmdlet.WriteError(DiagnosticErrors.Record(output.Path, kept));
        }
        else
        {
            _cmdlet.WriteWarning(kept.Format(output.Path));
        }
    }

    /// <summary>Ends the batch early; called from another thread.</summary>
    public void Cancel() => _session.Cancel();

    /// <summary>What the batch did; complete once it has finished or was disposed.</summary>
    public Lazy<BatchReport> Report() => _job.LaterReport();

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _job.Dispose();
    }

    private bool Drain()
    {
        ShowNotices();
        var any = false;
        while (_session.TryTake(out var result))
        {
            any = true;
            _emit(result);
        }

        return any;
    }

    private void ShowNotices()
    {
        while (_job.TryTakeNotice(out var notice))
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

        while (_job.TryTakeRemark(out var remark))
        {
            _cmdlet.WriteVerbose(remark);
        }
    }

    private void ShowSummary()
    {
        var done = _job.Progress;
        _cmdlet.WriteVerbose(
            $"{done.Completed} documents, {done.Failed} failed, in {done.Elapsed.TotalSeconds:0.00} s: " +
            $"{done.DocumentsPerSecond:N0} pages/s, {done.BytesPerSecond / 1048576:0.0} MB/s.");
        if (_session.StuckWorkers > 0)
        {
            _cmdlet.WriteWarning(
                $"{_session.StuckWorkers} documents that were given up still hold a processor each until they or this process end.");
        }
    }
}
