using System.Globalization;

namespace FastMd.PowerShell.Results.Speed;

/// <summary>How fast a number of workers was.</summary>
/// <param name="Workers">The workers.</param>
/// <param name="Elapsed">Median time for all documents.</param>
/// <param name="SpeedUp">How many times as fast as one worker.</param>
/// <param name="Efficiency">Speed-up per worker; 1 where each brings as much as the first.</param>
/// <param name="Busy">Share of the workers' time in which they were at a document, 0 to 1.</param>
/// <param name="DocumentsPerSecond">Documents a second.</param>
/// <param name="MegabytesPerSecond">Megabytes read a second.</param>
public sealed record FastMdSpeedPoint(
    int Workers, TimeSpan Elapsed, double SpeedUp, double Efficiency, double Busy, double DocumentsPerSecond, double MegabytesPerSecond)
{
    /// <summary>The workers and their speed-up.</summary>
    public override string ToString() => string.Create(CultureInfo.CurrentCulture, $"{Workers}: {SpeedUp:0.00} x");
}
