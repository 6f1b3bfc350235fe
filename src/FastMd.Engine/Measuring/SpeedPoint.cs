namespace FastMd.Engine.Measuring;

/// <summary>How fast a number of workers was.</summary>
/// <param name="Workers">The workers.</param>
/// <param name="Elapsed">Median time for all documents.</param>
/// <param name="SpeedUp">How many times as fast as one worker.</param>
/// <param name="Busy">Share of the workers' time in which they were at a document, 0 to 1.</param>
internal sealed record SpeedPoint(int Workers, TimeSpan Elapsed, double SpeedUp, double Busy)
{
    /// <summary>Speed-up per worker; 1 where each brings as much as the first.</summary>
    public double Efficiency => SpeedUp / Workers;
}
