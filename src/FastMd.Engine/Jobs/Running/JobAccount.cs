using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Jobs.Running;

/// <summary>Counts what workers report, on any thread, and queues notices and remarks about the job as a whole until they are read.</summary>
internal sealed class JobAccount(TimeProvider time, BatchOptions options) : IBatchObserver
{
    private const long Unknown = -1;

    private readonly BoundedQueue<JobNotice> _notices = new();
    private readonly BoundedQueue<string> _remarks = new();
    private readonly long _started = time.GetTimestamp();
    private long _ended = Unknown;
    private long _total = Unknown;
    private long _completed;
    private long _failed;
    private long _unchanged;
    private long _inputBytes;
    private long _pages;
    private long _pagesInHand;
    private long _busyTicks;
    private int _mostWorkers;
    private string? _currentFile;

    public BatchRecorder Recorder { get; } = new(time);

    /// <summary>The spans of the job; null where nobody listens.</summary>
    public JobSpans? Spans { get; set; }

    public bool HasAlerts { get; private set; }

    public TimeSpan Elapsed
        => Volatile.Read(ref _ended) is not Unknown and var ended ? time.GetElapsedTime(_started, ended) : time.GetElapsedTime(_started);

    public int WorkersAtStart { get; private set; }

    public int MostWorkers => Math.Max(WorkersAtStart, Volatile.Read(ref _mostWorkers));

    public TimeSpan BusyTime => TimeSpan.FromTicks(Volatile.Read(ref _busyTicks));

    public long Total
    {
        set => Volatile.Write(ref _total, value);
    }

    /// <summary>A run begins with so many workers.</summary>
    public void Begin(int workers) => WorkersAtStart = workers;

    /// <summary>The run is over: what follows, such as the export of telemetry, is none of its time.</summary>
    public void End()
    {
        Recorder.End();
        Volatile.Write(ref _ended, time.GetTimestamp());
    }

    public void Started(PlannedDocument document, Attempt attempt)
    {
        Volatile.Write(ref _currentFile, document.Source.Name);
        Spans?.Started(document, TierOf(document), attempt);
    }

    /// <summary>Pages were read of a document that is not done yet.</summary>
    public void ReadPages(int pages) => Interlocked.Add(ref _pagesInHand, pages);

    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason) => Spans?.Retrying(document, reason);

    public void Completed(PlannedDocument document, ConversionResult result)
    {
        // What was never done is no part of what was.
        if (result.Status != ConversionStatus.Cancelled)
        {
            Interlocked.Increment(ref _completed);
            Interlocked.Add(ref _pages, result.Pages);
        }

        Interlocked.Add(ref _busyTicks, result.Duration.Ticks);
        if (result.Status is ConversionStatus.Failed or ConversionStatus.TimedOut)
        {
            Interlocked.Increment(ref _failed);
        }
        else if (result.Status == ConversionStatus.Unchanged)
        {
            Interlocked.Increment(ref _unchanged);
        }
        else if (result.Status == ConversionStatus.Converted)
        {
            Interlocked.Add(ref _inputBytes, result.InputBytes);
        }

        var tier = TierOf(document);
        Recorder.Completed(result, tier);
        Spans?.Completed(document, result);
        if (FastMdMeter.IsEnabled)
        {
            FastMdMeter.Record(new(
                AttributeValue.Of(result.Status),
                AttributeValue.Of(document.Source.Format),
                AttributeValue.Of(tier),
                result.InputBytes,
                result.OutputBytes,
                result.Duration,
                result.QueueWait,
                result.Attempts));
        }
    }

    public void Scaled(ScalingDecision decision)
    {
        Recorder.Scaled(decision);
        _remarks.Add(decision.Explanation);
        _mostWorkers = Math.Max(_mostWorkers, (int)Math.Ceiling(decision.To));
    }

    public void Remarked(string remark) => _remarks.Add(remark);

    public void Alert(Diagnostic alert)
    {
        HasAlerts = true;
        Noticed(alert);
    }

    public void Noticed(Diagnostic diagnostic) => _notices.Add(new(diagnostic));

    /// <summary>Something about a document that came out after its result.</summary>
    public void Noticed(JobNotice notice) => _notices.Add(notice);

    public bool TryTakeNotice([NotNullWhen(true)] out JobNotice? notice)
    {
        if (!_notices.TryTake(out notice) && _notices.TakeDropped() is > 0 and var dropped)
        {
            notice = new(Diagnostic.Warning(DiagnosticCodes.ObserverFailed, $"{dropped} more notices were dropped: they were not taken in time."));
        }

        return notice is not null;
    }

    public bool TryTakeRemark([NotNullWhen(true)] out string? remark) => _remarks.TryTake(out remark);

    /// <summary>What a report says of the machine, now.</summary>
    /// <param name="caches">Caches and how useful they were.</param>
    public MachineUse Machine(IReadOnlyList<CacheStatistics> caches) => new()
    {
        WorkersAtStart = WorkersAtStart,
        WorkersMost = MostWorkers,
        WorkerBusyTime = BusyTime,
        PeakResidentBytes = PeakMemory.ReadBytes() ?? 0,
        Caches = caches,
    };

    public BatchProgress Snapshot() => new()
    {
        Completed = Volatile.Read(ref _completed),
        Failed = Volatile.Read(ref _failed),
        Unchanged = Volatile.Read(ref _unchanged),
        Total = Volatile.Read(ref _total) is >= 0 and var total ? total : null,
        Pages = Volatile.Read(ref _pages),
        PagesInHand = Volatile.Read(ref _pagesInHand),
        InputBytes = Volatile.Read(ref _inputBytes),
        CurrentFile = Volatile.Read(ref _currentFile),
        Elapsed = Elapsed,
    };

    private SizeTier TierOf(PlannedDocument document) => options.Tiers.Of(document.Source.Length);
}
