using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Checks whether running documents exceed the memory that was estimated for them. If several run, the one granted the most memory is abandoned and
/// retried exclusively; a document that exceeds the limit alone fails.
/// </summary>
internal sealed class MemoryGuard : IDisposable
{
    // Memory allocated between two checks, some ten megabytes per worker, comes on top of the limit.
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
        // The document abandoned last still holds its memory until its worker leaves it.
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
