using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FastMd.Engine.Batching;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// A run as its door sees it: documents go in, records of all there is to show come out. One thread may do both, as a cmdlet's pipeline thread
/// does; nothing blocks but <see cref="Wait"/>. When the last document has its result, the rest of the job is done as records are taken:
/// links are checked, assets copied, stale outputs removed, the report written.
/// </summary>
public sealed class JobSession : IDisposable
{
    private static readonly TimeSpan ClaimPause = TimeSpan.FromMilliseconds(2);

    private readonly ConversionJob _job;
    private readonly JobRequest _request;
    private readonly BatchSession _session;
    private readonly bool _takesMessages;
    private readonly ITimer _timer;
    private readonly TimeProvider _time;
    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and whoever cancels a job may do so while, or after, it is disposed.")]
    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationToken _outer;
    private readonly CancellationTokenRegistration _outerCancellation;
    private IEnumerator<JobRecord>? _ending;
    private long _admitted;
    private int _isProgressDue;
    private bool _hasFailed;
    private bool _isCancelled;
    private bool _isReportWritten;

    internal JobSession(ConversionJob job, JobRequest request, BatchSession session, bool takesMessages, TimeProvider time, TimeSpan progressPeriod, CancellationToken cancellation)
    {
        _job = job;
        _request = request;
        _session = session;
        _takesMessages = takesMessages;
        _outer = cancellation;
        _outerCancellation = cancellation.UnsafeRegister(static session => ((JobSession)session!).Cancel(), this);
        ReportFile = request.ReportFile;
        _time = time;
        _timer = time.CreateTimer(static stream => ((JobSession)stream!).OnTimer(), this, progressPeriod, progressPeriod);
    }

    /// <summary>Whether every record was taken, and none will come.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Absolute path of the file that the report is written to; null for none.</summary>
    public string? ReportFile { get; set; }

    /// <summary>Takes a document in, if there is room.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    public bool TryAdmit(PlannedDocument document)
    {
        var isAdmitted = _session.TryAdmit(document);
        _admitted += isAdmitted ? 1 : 0;
        return isAdmitted;
    }

    /// <summary>
    /// The next document of a job that is shared with other processes, which is to be taken in: they are given out as processes have room for them.
    /// False where there is none; then <paramref name="isOver"/> says whether there will be none, and else one may come after
    /// <paramref name="pause"/>.
    /// </summary>
    /// <exception cref="SharedJobException">The job cannot go on.</exception>
    public bool TryClaim([NotNullWhen(true)] out PlannedDocument? document, out bool isOver, out TimeSpan pause)
    {
        document = null;
        (isOver, pause) = (_session.IsCancelled, ClaimPause);

        if (!isOver && _session.Load is var load && load.Waiting < load.WorkersAllowed * _job.SharedWork!.WaitingPerWorker)
        {
            isOver = _job.SharedWork!.Next(out document) == FeedStep.Over;
            pause = _job.SharedWork.Pause;
        }

        return document is not null;
    }

    /// <summary>No more documents will come.</summary>
    public void CompleteAdding()
    {
        _job.SetTotal(_admitted);
        _session.CompleteAdding();
    }

    /// <summary>The next record, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out JobRecord? record)
    {
        record = NextWhileRunning();
        if (record is null && _session.IsCompleted && !IsCompleted)
        {
            record = NextOfEnding();
            IsCompleted = record is SummaryRecord;
        }

        _hasFailed |= record switch
        {
            ResultRecord { Result: { Status: not ConversionStatus.Cancelled } result } => !result.IsDone,
            NoticeRecord { Notice.Diagnostic.Severity: DiagnosticSeverity.Error } => true,
            ReportFailedRecord => true,
            _ => false,
        };
        return record is not null;
    }

    /// <summary>Waits until there may be a record, or room for a document that found none; at most so long.</summary>
    public void Wait(TimeSpan timeout) => _session.Wait(timeout);

    /// <summary>Ends the job: what was not begun is cancelled at once, what is in hand within the grace time. Records can still be taken.</summary>
    public void Cancel()
    {
        _session.Cancel();
        Cancellations.Cancel(_cancellation);
    }

    /// <summary>Writes the report to its file, once; gives the record where it cannot be written. To be called where a run ends before its records do.</summary>
    public ReportFailedRecord? WriteReport()
    {
        if (_isReportWritten || ReportFile is not { } path)
        {
            return null;
        }

        _isReportWritten = true;
        try
        {
            Reports.ReportFile.Write(_job.Report(), path);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(path, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outerCancellation.Dispose();
        _timer.Dispose();
        _session.Dispose();
        _job.Finish();
        _ending?.Dispose();
    }

    /// <summary>Admits documents and gives records until there are no more.</summary>
    internal IAsyncEnumerable<JobRecord> DriveAsync(IReadOnlyList<PlannedDocument> documents, CancellationToken cancellation)
        => BatchConverter.DriveAsync<JobRecord>(_session, _job.SharedWork is null ? Stream(documents) : ClaimAsync(cancellation), TryTake, () => IsCompleted, () => _isCancelled, cancellation);

    private static async IAsyncEnumerable<PlannedDocument> Stream(IReadOnlyList<PlannedDocument> documents)
    {
        foreach (var document in documents)
        {
            yield return document;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private async IAsyncEnumerable<PlannedDocument> ClaimAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var isOver = false; !isOver;)
        {
            if (TryClaim(out var document, out isOver, out var pause))
            {
                yield return document;
            }
            else if (!isOver)
            {
                await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private void OnTimer()
    {
        Volatile.Write(ref _isProgressDue, 1);
        _session.Wake();
    }

    private JobRecord? NextWhileRunning()
        => TakeMessage() is { } message ? message
            : Interlocked.Exchange(ref _isProgressDue, 0) != 0 ? new ProgressRecord(_job.Progress)
            : TakeResult();

    private JobRecord? TakeMessage()
        => !_takesMessages ? null
            : _job.TryTakeNotice(out var notice) ? new NoticeRecord(notice)
            : _job.TryTakeRemark(out var remark) ? new RemarkRecord(remark)
            : null;

    private ResultRecord? TakeResult()
    {
        if (!_session.TryTake(out var result))
        {
            return null;
        }

        _job.Consume(result);
        return new(result);
    }

    private JobRecord NextOfEnding()
    {
        try
        {
            // Whoever cancels may have stopped what feeds the batch before the batch itself hears of it.
            _ending ??= (_isCancelled = _session.IsCancelled || _outer.IsCancellationRequested) ? EndWithSummary().GetEnumerator() : End().GetEnumerator();
            _ending.MoveNext();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            _isCancelled = true;
            _ending = EndWithSummary().GetEnumerator();
            _ending.MoveNext();
        }

        return _ending.Current;
    }

    private IEnumerable<JobRecord> End()
    {
        foreach (var record in _job.Complete(_cancellation.Token))
        {
            yield return record;
        }

        _job.Finish();
        foreach (var record in _request.Prune && _job.HasEnd ? Prune() : [])
        {
            yield return record;
        }

        _job.CompleteShared();

        foreach (var record in EndWithSummary())
        {
            yield return record;
        }
    }

    private IEnumerable<JobRecord> EndWithSummary()
    {
        _timer.Dispose();
        _job.Finish();

        while (TakeMessage() is { } message)
        {
            yield return message;
        }

        if (WriteReport() is { } failed)
        {
            yield return failed;
        }

        _job.EndLive(_isCancelled);
        yield return new SummaryRecord(_job.Progress, _isCancelled, _hasFailed || (_request.FailOnAlert && _job.HasAlerts), _session.StuckWorkers);
    }

    private IEnumerable<JobRecord> Prune()
    {
        foreach (var stale in _job.FindStale())
        {
            if (_request.MayRemove?.Invoke(stale) != false)
            {
                yield return _job.Remove(stale) is { } kept ? new NoticeRecord(new(kept, stale.Path)) : new RemovedRecord(stale);
            }
        }
    }
}
