using FastMd.Engine.Measuring;

namespace FastMd.PowerShell.Results.Speed;

/// <summary>The engine's measurement as the module's.</summary>
internal static class SpeedMapping
{
    public static FastMdSpeed ToShell(this SpeedMeasurement measurement) => new()
    {
        Documents = measurement.Documents,
        Failed = measurement.Failed,
        InputBytes = measurement.InputBytes,
        Rounds = measurement.Rounds,
        SerialFraction = measurement.SerialFraction,
        RecommendedWorkers = measurement.RecommendedWorkers,
        Stages = measurement.Stages.ToShell(),
        Wait = measurement.Wait,
        Points = measurement.Points.Select(point => new FastMdSpeedPoint(
            point.Workers,
            point.Elapsed,
            point.SpeedUp,
            point.Efficiency,
            point.Busy,
            measurement.DocumentsPerSecond(point),
            measurement.MegabytesPerSecond(point))).ToArray(),
    };
}
