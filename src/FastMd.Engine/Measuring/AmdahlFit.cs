namespace FastMd.Engine.Measuring;

/// <summary>
/// Amdahl's law fitted to measured times: with a serial fraction s, n workers take s + (1 - s) / n of the time of one.
/// </summary>
internal static class AmdahlFit
{
    /// <summary>The serial fraction, 0 to 1, that fits best by least squares; 0 where nothing but one worker was measured.</summary>
    /// <param name="speedUps">Measured speed-up by number of workers.</param>
    public static double SerialFraction(IEnumerable<(int Workers, double SpeedUp)> speedUps)
    {
        ArgumentNullException.ThrowIfNull(speedUps);
        var (upper, lower) = (0.0, 0.0);
        foreach (var (workers, speedUp) in speedUps)
        {
            var gain = 1 - (1.0 / workers);
            upper += ((1 / speedUp) - (1.0 / workers)) * gain;
            lower += gain * gain;
        }

        return lower > 0 ? Math.Clamp(upper / lower, 0, 1) : 0;
    }

    /// <summary>The speed-up that a serial fraction lets so many workers reach.</summary>
    public static double SpeedUp(double serialFraction, int workers) => 1 / (serialFraction + ((1 - serialFraction) / workers));
}

/// <summary>How many workers to recommend.</summary>
internal static class WorkerAdvice
{
    // Less than this is noise, and a worker less leaves the machine to others.
    private const double Negligible = 0.05;

    /// <summary>The fewest workers that are about as fast as the fastest.</summary>
    public static int Of(IReadOnlyCollection<SpeedPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var best = points.Max(point => point.SpeedUp);
        return points.Where(point => point.SpeedUp >= best * (1 - Negligible)).Min(point => point.Workers);
    }
}
