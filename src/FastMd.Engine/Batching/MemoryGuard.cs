using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Looks whether documents in progress grow beyond what was expected of them. Of several the one that may need most is begun again when no other
/// runs; one that outgrows the memory alone is abandoned.
/// </summary>
internal sealed class MemoryGuard : IDisposable
{
    // What is allocated meanwhile, some ten megabytes a worker, is beyond the limit.
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly BatchCoordinator _coordinator;
    private readonly Watchdog _watchdog;
    private readonly ITimer _timer;
    private Attempt? _lastAbandoned;

    public MemoryGuard(BatchCoordinator coordinator, Watchdog watchdog, TimeProvider time)
    {
        _coordinator = coordinator;
        _watchdog = watchdog;
        _timer = time.CreateTimer(static guard => ((MemoryGuard)guard!).CheckUnlessChecking(), this, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void CheckUnlessChecking()
    {
        // A collection may take longer than the period.
        if (!Monitor.TryEnter(_timer))
        {
            return;
        }

        try
        {
            Check();
        }
        finally
        {
            Monitor.Exit(_timer);
        }
    }

    private void Check()
    {
        // Who was abandoned still holds what he has.
        if (_lastAbandoned is { HasEnded: false } || _coordinator.Room.Inside == 0 || !_coordinator.Room.IsOutgrown())
        {
            return;
        }

        var others = _coordinator.Room.Inside - 1;
        if (_coordinator.Workers().MaxBy(static worker => worker.MemoryTaken) is not { MemoryTaken: > 0 } largest
            || !_watchdog.TryAbandon(largest, limitOf: null, out var abandoned))
        {
            return;
        }

        _lastAbandoned = abandoned.Attempt;
        if (others > 0 && !abandoned.Attempt.IsExclusive)
        {
            abandoned.Item.IsExclusive = true;
            _coordinator.Requeue(abandoned.Item);
        }
        else
        {
            _coordinator.Complete(abandoned.Item, ConversionResult.NotConverted(
                abandoned.Item.Document, ConversionStatus.Failed, MemoryLimit.Outgrown(abandoned.Item.Length, _coordinator.Room.Budget), abandoned.Attempt));
        }
    }
}
