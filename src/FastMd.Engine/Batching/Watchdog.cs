using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Abandons workers that exceed the time limit of their document, or that do not leave it after cancellation. The thread is asked to leave the
/// document and ends when it does; meanwhile another worker replaces it, and its late result is discarded.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // Up to this multiple of the stuck workers that are normally replaced, a worker is still replaced when none is left.
    private const int LastResort = 8;

    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(5);

    private readonly BatchCoordinator _coordinator;
    private readonly WorkerLoops _loops;
    private readonly BatchOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly object _gate = new();
    private ITimer? _graceTimer;
    private int _stuck;
    private int _unreplaced;

    public Watchdog(BatchCoordinator coordinator, WorkerLoops loops, BatchOptions options, TimeProvider time)
    {
        _coordinator = coordinator;
        _loops = loops;
        _options = options;
        _time = time;
        var period = options.TimeLimit > TimeSpan.Zero
            ? TimeSpan.FromTicks(Math.Clamp(options.TimeLimit.Ticks / 8, ShortestPeriod.Ticks, LongestPeriod.Ticks))
            : LongestPeriod;
        _timer = time.CreateTimer(static watchdog => ((Watchdog)watchdog!).Check(), this, period, period);
    }

    /// <summary>How many workers are stuck in documents abandoned.</summary>
    public int StuckWorkers
    {
        get
        {
            lock (_gate)
            {
                return _stuck;
            }
        }
    }

    /// <summary>A stuck worker returned after all, which allows one that was not replaced to be replaced now.</summary>
    public void StuckWorkerReturned()
    {
        bool isReplacementDue;
        lock (_gate)
        {
            _stuck--;
            isReplacementDue = _unreplaced > 0;
            _unreplaced -= isReplacementDue ? 1 : 0;
        }

        if (isReplacementDue)
        {
            _loops.Start(workers: 1);
        }
    }

    /// <summary>Abandons a worker, as <see cref="WorkerSlot.TryAbandon"/> does: another takes its place and what it had not begun.</summary>
    public bool TryAbandon(WorkerSlot worker, Func<BatchItem, TimeSpan>? limitOf, out (BatchItem Item, Attempt Attempt) abandoned)
    {
        if (!worker.TryAbandon(limitOf, out abandoned, out var unstarted))
        {
            return false;
        }

        foreach (var item in unstarted)
        {
            _coordinator.Requeue(item);
        }

        ReplaceWorker();
        return true;
    }

    /// <summary>The batch is cancelled: workers have a moment to leave their documents.</summary>
    public void BeginGrace()
        => _graceTimer = _time.CreateTimer(
            static watchdog => ((Watchdog)watchdog!).AbandonAll(), this, _options.CancellationGrace, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer.Dispose();
        _graceTimer?.Dispose();
    }

    private void Check()
    {
        // A worker may be on a slow document after small ones whose results it has not announced to the reader yet.
        _coordinator.NotifyPendingResults();
        if (_options.TimeLimit > TimeSpan.Zero)
        {
            AbandonOverdueWorkers();
        }
    }

    private void AbandonOverdueWorkers()
    {
        foreach (var worker in _coordinator.Workers())
        {
            if (TryAbandon(worker, _options.TimeLimitOf, out var abandoned))
            {
                _coordinator.Complete(abandoned.Item, ConversionResult.NotConverted(
                    abandoned.Item.Document, ConversionStatus.TimedOut, TimedOut(abandoned.Item), abandoned.Attempt));
            }
        }
    }

    private void AbandonAll()
    {
        foreach (var worker in _coordinator.Workers())
        {
            if (worker.TryAbandon(limitOf: null, out var abandoned, out _))
            {
                lock (_gate)
                {
                    _stuck++;
                }

                _coordinator.Complete(abandoned.Item, ConversionResult.NotConverted(
                    abandoned.Item.Document, ConversionStatus.Cancelled, DocumentWorker.Cancelled(), abandoned.Attempt));
            }
        }
    }

    private void ReplaceWorker()
    {
        bool isReplaced, isLastResort;
        lock (_gate)
        {
            isReplaced = ++_stuck <= _options.MaximumStuckWorkers;
            isLastResort = _stuck <= _options.MaximumStuckWorkers * LastResort;
            _unreplaced += isReplaced ? 0 : 1;
        }

        if (isReplaced)
        {
            _loops.Start(workers: 1);
        }
        else if (!_coordinator.HasWorkers && isLastResort)
        {
            // A few documents that never end must not take the rest of the batch with them.
            _loops.Start(workers: 1);
            lock (_gate)
            {
                _unreplaced--;
            }
        }
        else if (!_coordinator.HasWorkers)
        {
            _coordinator.CompleteUnstarted(item => ConversionResult.NotConverted(item.Document, ConversionStatus.Failed, Exhausted()));
        }
    }

    private Diagnostic TimedOut(BatchItem item) => Diagnostic.Error(
        DiagnosticCodes.TimedOut,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document was abandoned up after {_options.TimeLimitOf(item).TotalSeconds:0.###} s; split it, or allow more time with -TimeoutSec or --timeout."));

    private Diagnostic Exhausted() => Diagnostic.Error(
        DiagnosticCodes.WorkersExhausted,
        $"The batch gave up: {StuckWorkers} documents never ended and hold a processor each. Remove them and run again.");
}
