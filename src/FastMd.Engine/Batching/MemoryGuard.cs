using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Looks whether documents in hand grow beyond what was expected of them. Of several the one that may need most is begun again when no other
/// runs; one that outgrows the memory alone is given up.
/// </summary>
internal sealed class MemoryGuard : IDisposable
{
    // What is allocated meanwhile, some ten megabytes a worker, is beyond the limit.
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly BatchLedger _ledger;
    private readonly Watchdog _watchdog;
    private readonly ITimer _timer;
    private Attempt? _leaving;

    public MemoryGuard(BatchLedger ledger, Watchdog watchdog, TimeProvider time)
    {
        _ledger = ledger;
        _watchdog = watchdog;
        _timer = time.CreateTimer(static guard => ((MemoryGuard)guard!).LookUnlessLooking(), this, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void LookUnlessLooking()
    {
        // A collection may take longer than the period.
        if (!Monitor.TryEnter(_timer))
        {
            return;
        }

        try
        {
            Look();
        }
        finally
        {
            Monitor.Exit(_timer);
        }
    }

    private void Look()
    {
        // Who was given up still holds what he has.
        if (_leaving is { HasEnded: false } || _ledger.Room.Inside == 0 || !_ledger.Room.IsOutgrown())
        {
            return;
        }

        var others = _ledger.Room.Inside - 1;
        if (_ledger.Workers().MaxBy(static worker => worker.MemoryTaken) is not { MemoryTaken: > 0 } largest
            || !_watchdog.TryGiveUp(largest, limitOf: null, out var given))
        {
            return;
        }

        _leaving = given.Attempt;
        if (others > 0 && !given.Attempt.GoesAlone)
        {
            given.Item.GoesAlone = true;
            _ledger.Return(given.Item);
        }
        else
        {
            _ledger.Complete(given.Item, ConversionResult.NotConverted(
                given.Item.Document, ConversionStatus.Failed, MemoryLimit.Outgrown(given.Item.Length, _ledger.Room.Budget), given.Attempt));
        }
    }
}
