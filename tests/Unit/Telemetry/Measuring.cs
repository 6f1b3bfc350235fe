using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

/// <summary>Documents to record.</summary>
internal static class Measuring
{
    public static DocumentMeasurement Document => new(
        "converted", "markdown", "tiny", 1000, 1500, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(30), Attempts: 1);
}
