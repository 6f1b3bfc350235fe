namespace FastMd.Parallel.Soaking;

/// <summary>The system's clock, but timers go off ten times as early: batches of a tenth of a second meet what longer ones meet.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Haste = 10;

    // To the system's timers, less is nothing, and a period of nothing is none.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => System.CreateTimer(callback, state, Hastened(dueTime), Hastened(period));

    private static TimeSpan Hastened(TimeSpan time) => time > Least ? TimeSpan.FromTicks(Math.Max(Least.Ticks, time.Ticks / Haste)) : time;
}
