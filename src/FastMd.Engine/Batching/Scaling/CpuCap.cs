using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// How many workers may run, in fifths of one, so that the machine is no busier than a limit, whoever makes it so: gradually fewer above
/// the limit, the least at once above a critical mark, gradually more well below the limit.
/// </summary>
/// <param name="limit">Share of the machine's processors, 0 to 1.</param>
/// <param name="maximum">Workers that run at most.</param>
internal sealed class CpuCap(double limit, int maximum)
{
    /// <summary>Steps of a worker: it works so many slices of five.</summary>
    public const int StepsPerWorker = 5;

    private const int LeastSteps = 1;
    private const double Margin = 0.2;

    private int _steps = maximum * StepsPerWorker;

    /// <summary>Workers that may run.</summary>
    public double Level => (double)_steps / StepsPerWorker;

    // Half-way between the limit and a machine that has nothing left.
    private double Critical => (limit + 1) / 2;

    /// <summary>Workers that may run in a slice of time, so that over five of them it is <see cref="Level"/> on average.</summary>
    public int WorkersIn(long slice) => (int)(((slice + 1) * _steps / StepsPerWorker) - (slice * _steps / StepsPerWorker));

    /// <summary>Takes a reading; says what changes, if anything does.</summary>
    public ScalingDecision? Next(TimeSpan at, double? cpu)
    {
        if (cpu is not { } busy)
        {
            return null;
        }

        var step = Math.Max(1, maximum * StepsPerWorker / 10);
        var from = Level;
        _steps = Math.Clamp(
            busy > Critical && busy > limit ? LeastSteps
                : busy > limit ? _steps - step
                : busy < limit - Math.Min(Margin, limit / 2) ? _steps + step
                : _steps,
            LeastSteps,
            maximum * StepsPerWorker);
        return Level == from
            ? null
            : new(at, from, Level, Level < from ? ScalingReason.CpuCap : ScalingReason.Recovered, string.Create(
                CultureInfo.InvariantCulture,
                $"{from:0.#} -> {Level:0.#} workers: the machine was {busy * 100:0} % busy, the limit is {limit * 100:0} %."));
    }
}
