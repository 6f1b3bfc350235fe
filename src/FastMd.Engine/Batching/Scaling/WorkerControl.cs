using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// How many workers may run: additive increase, multiplicative decrease. Half of them stop when memory is short or a converter is told to
/// slow down; they come back one at a time when that is over. One more than at the start runs while all wait for the disk, and only as
/// long as each brings something. The processor time the batch itself uses says nothing: using it is the point.
/// </summary>
/// <param name="start">Workers at first.</param>
/// <param name="minimum">Workers that run whatever happens.</param>
/// <param name="maximum">Workers that run at most.</param>
/// <param name="memory">Whether memory is short.</param>
internal sealed class WorkerControl(int start, int minimum, int maximum, MemoryAlarm memory)
{
    // Readings, not seconds: half a second each.
    private const int CalmBeforeIncrease = 2;
    private const int TrialLength = 4;
    private const int RestAfterFailedTrial = 20;
    private const double NotableIoWait = 0.25;
    private const double LeastGain = 0.05;

    private readonly int _start = start;
    private readonly Queue<double> _rates = new();
    private int _calm;
    private int _rest;
    private (double RateBefore, int ReadingsLeft)? _trial;

    /// <summary>Workers that may run.</summary>
    public int Allowed { get; private set; } = start;

    /// <summary>Takes a reading; says what changes, if anything does.</summary>
    /// <param name="at">Time since the batch began.</param>
    /// <param name="pressure">The machine.</param>
    /// <param name="work">The batch, since the reading before.</param>
    public ScalingDecision? Next(TimeSpan at, in PressureReading pressure, in WorkReading work)
    {
        memory.Take(pressure);
        Remember(work.BytesPerSecond);
        if (work.RateLimits > 0)
        {
            return Halve(at, ScalingReason.RateLimited, $"a converter was told to slow down {work.RateLimits} times");
        }

        if (memory.IsOn)
        {
            return Halve(at, ScalingReason.MemoryPressure, memory.Reason);
        }

        _calm++;
        if (Allowed < _start)
        {
            return _calm > CalmBeforeIncrease ? Change(at, Allowed + 1, ScalingReason.Recovered, "what held the batch back is over") : null;
        }

        return _trial is null ? TryOneMore(at, pressure, work) : JudgeTrial(at);
    }

    private ScalingDecision? TryOneMore(TimeSpan at, in PressureReading pressure, in WorkReading work)
    {
        _rest = Math.Max(0, _rest - 1);
        if (_rest > 0 || _calm <= CalmBeforeIncrease || Allowed >= maximum || !work.IsSaturated || pressure.IoWait is not >= NotableIoWait)
        {
            return null;
        }

        _trial = (_rates.Average(), TrialLength);
        return Change(at, Allowed + 1, ScalingReason.IoWait, Percent("processors waited for the disk", pressure.IoWait.Value));
    }

    private ScalingDecision? JudgeTrial(TimeSpan at)
    {
        var (before, left) = _trial!.Value;
        if (left > 1)
        {
            _trial = (before, left - 1);
            return null;
        }

        _trial = null;
        var gain = before > 0 ? (_rates.Average() / before) - 1 : 0;
        if (gain >= LeastGain)
        {
            return null;
        }

        _rest = RestAfterFailedTrial;
        return Change(at, Allowed - 1, ScalingReason.NoGain, Percent("one worker more changed the rate", gain));
    }

    private ScalingDecision? Halve(TimeSpan at, ScalingReason reason, string why)
    {
        // One blow for one event: what was halved shows only after a while.
        var isFresh = _calm > 0 || Allowed == _start;
        _calm = -CalmBeforeIncrease;
        _trial = null;
        return isFresh ? Change(at, Math.Max(minimum, Allowed / 2), reason, why) : null;
    }

    private ScalingDecision? Change(TimeSpan at, int to, ScalingReason reason, string why)
    {
        var from = Allowed;
        if (to == from)
        {
            return null;
        }

        Allowed = to;
        return new(at, from, to, reason, string.Create(CultureInfo.InvariantCulture, $"{from} -> {to} workers: {why}."));
    }

    private void Remember(double rate)
    {
        _rates.Enqueue(rate);
        if (_rates.Count > TrialLength)
        {
            _rates.Dequeue();
        }
    }

    private static string Percent(string what, double share)
        => string.Create(CultureInfo.InvariantCulture, $"{what} {(share * 100):0} %");
}
