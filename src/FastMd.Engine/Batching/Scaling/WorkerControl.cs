using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// Controls the number of workers by additive increase and multiplicative decrease. Half of them stop when memory is short or a converter is
/// rate-limited; they come back one at a time once that is over. Processors that idle while waiting for the disk allow more workers than at the
/// start, in proportion to the idle share and only as long as processors become busier. Busy processors are never a reason to scale down.
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
    private readonly Queue<double> _busy = new();
    private int _calm;
    private int _rest;
    private (double BusyBefore, int AllowedBefore, int ReadingsLeft)? _trial;

    /// <summary>Workers that may run.</summary>
    public int Allowed { get; private set; } = start;

    /// <summary>Takes a reading; says what changes, if anything does.</summary>
    /// <param name="at">Time since the batch began.</param>
    /// <param name="pressure">The machine.</param>
    /// <param name="work">The batch, since the reading before.</param>
    public ScalingDecision? Next(TimeSpan at, in PressureReading pressure, in WorkReading work)
    {
        memory.Take(pressure);
        AddSample(pressure.Cpu ?? 0);
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

        return _trial is null ? TryIncrease(at, pressure, work) : EvaluateTrial(at);
    }

    private ScalingDecision? TryIncrease(TimeSpan at, in PressureReading pressure, in WorkReading work)
    {
        _rest = Math.Max(0, _rest - 1);
        if (_rest > 0 || _calm <= CalmBeforeIncrease || Allowed >= maximum || !work.IsSaturated || pressure.IoWait is not >= NotableIoWait)
        {
            return null;
        }

        _trial = (_busy.Average(), Allowed, TrialLength);
        var more = Math.Max(1, (int)(Allowed * pressure.IoWait.Value));
        return Change(at, Math.Min(maximum, Allowed + more), ScalingReason.IoWait, Percent("processors waited for the disk", pressure.IoWait.Value));
    }

    private ScalingDecision? EvaluateTrial(TimeSpan at)
    {
        var (before, allowedBefore, left) = _trial!.Value;
        if (left > 1)
        {
            _trial = (before, allowedBefore, left - 1);
            return null;
        }

        // Documents or bytes per second are no measure here: they jump with every large document.
        _trial = null;
        var now = _busy.Average();
        if (now > before * (1 + LeastGain))
        {
            return null;
        }

        _rest = RestAfterFailedTrial;
        return Change(at, allowedBefore, ScalingReason.NoGain, Percent("with more, processors were still no busier than", now));
    }

    private ScalingDecision? Halve(TimeSpan at, ScalingReason reason, string why)
    {
        // Halve once per event, because the effect shows only after a while.
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

    private void AddSample(double busy)
    {
        _busy.Enqueue(busy);
        if (_busy.Count > TrialLength)
        {
            _busy.Dequeue();
        }
    }

    private static string Percent(string what, double share)
        => string.Create(CultureInfo.InvariantCulture, $"{what} {(share * 100):0} %");
}

/// <summary>What a batch did since the reading before.</summary>
/// <param name="IsSaturated">Whether every worker allowed is at a document and more documents wait.</param>
/// <param name="RateLimits">How often a converter was told to slow down.</param>
internal readonly record struct WorkReading(bool IsSaturated, long RateLimits);
