using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Gives up workers that are at a document for too long, or that do not leave it after cancellation. The thread cannot be ended; it is
/// left to itself, another takes its place, and what it may still produce counts for nothing.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(5);

    private readonly BatchLedger _ledger;
    private readonly WorkerLoops _loops;
    private readonly BatchOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer? _limitTimer;
    private readonly object _gate = new();
    private ITimer? _graceTimer;
    private int _live;
    private int _stuck;

    public Watchdog(BatchLedger ledger, WorkerLoops loops, BatchOptions options, TimeProvider time)
    {
        _ledger = ledger;
        _loops = loops;
        _options = options;
        _time = time;
        _live = options.EffectiveWorkers;
        if (options.TimeLimit > TimeSpan.Zero)
        {
            var period = TimeSpan.FromTicks(Math.Clamp(options.TimeLimit.Ticks / 8, ShortestPeriod.Ticks, LongestPeriod.Ticks));
            _limitTimer = time.CreateTimer(static watchdog => ((Watchdog)watchdog!).GiveUpSlowOnes(), this, period, period);
        }
    }

    /// <summary>How many workers are stuck in documents given up.</summary>
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

    /// <summary>A stuck worker came back after all.</summary>
    public void StuckWorkerReturned()
    {
        lock (_gate)
        {
            _stuck--;
        }
    }

    /// <summary>The batch is cancelled: workers have a moment to leave their documents.</summary>
    public void BeginGrace()
        => _graceTimer = _time.CreateTimer(
            static watchdog => ((Watchdog)watchdog!).GiveUpAll(), this, _options.CancellationGrace, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _limitTimer?.Dispose();
        _graceTimer?.Dispose();
    }

    private void GiveUpSlowOnes()
    {
        foreach (var worker in _ledger.Workers())
        {
            if (!worker.TryAbandon(_options.TimeLimit, out var given, out var unstarted))
            {
                continue;
            }

            foreach (var item in unstarted)
            {
                _ledger.Return(item);
            }

            ReplaceWorker();
            _ledger.Complete(given.Item, ConversionResult.NotConverted(
                given.Item.Document, ConversionStatus.TimedOut, TimedOut(), given.Attempt));
        }
    }

    private void GiveUpAll()
    {
        foreach (var worker in _ledger.Workers())
        {
            if (worker.TryAbandon(limit: null, out var given, out _))
            {
                CountStuck();
                _ledger.Complete(given.Item, ConversionResult.NotConverted(
                    given.Item.Document, ConversionStatus.Cancelled, DocumentWorker.Cancelled(), given.Attempt));
            }
        }
    }

    private void ReplaceWorker()
    {
        if (CountStuck())
        {
            _loops.Replace();
        }
        else if (Volatile.Read(ref _live) == 0)
        {
            _ledger.EndTheRest(item => ConversionResult.NotConverted(item.Document, ConversionStatus.Failed, Exhausted()));
        }
    }

    /// <summary>Counts a stuck worker; says whether another may take its place.</summary>
    private bool CountStuck()
    {
        lock (_gate)
        {
            _stuck++;
            var replace = _stuck <= _options.MaximumStuckWorkers;
            _live -= replace ? 0 : 1;
            return replace;
        }
    }

    private Diagnostic TimedOut() => Diagnostic.Error(
        DiagnosticCodes.TimedOut,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document was given up after {_options.TimeLimit.TotalSeconds:0.###} s; split it, or allow more time with -TimeoutSec or --timeout."));

    private Diagnostic Exhausted() => Diagnostic.Error(
        DiagnosticCodes.WorkersExhausted,
        $"The batch gave up: {StuckWorkers} documents never ended and hold a processor each. Remove them and run again.");
}
