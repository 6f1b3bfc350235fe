namespace FastMd.Engine.Measuring;

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
