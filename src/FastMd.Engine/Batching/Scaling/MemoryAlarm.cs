using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// The memory alarm, with hysteresis: raised at once when memory is short, cleared only when it has clearly recovered. High usage alone raises no
/// alarm as long as enough memory is left for the batch.
/// </summary>
/// <param name="floor">Free bytes there should be.</param>
internal sealed class MemoryAlarm(long floor)
{
    /// <summary>Whether memory is short.</summary>
    public bool IsOn { get; private set; }

    /// <summary>What was last seen to be short.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Takes a reading.</summary>
    public void Take(in PressureReading reading)
    {
        if (Shortage(reading, severity: 1) is { } reason)
        {
            IsOn = true;
            Reason = reason;
        }
        else if (Shortage(reading, severity: 1.5) is null)
        {
            IsOn = false;
        }
    }

    private string? Shortage(in PressureReading reading, double severity)
    {
        if (reading.FreeBytes is { } free && free < floor * severity)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{free / 1048576} MB of memory are free, of the {floor / 1048576} MB there should be");
        }

        if (reading.MemoryStall is { } stall && stall * severity >= 0.2)
        {
            return string.Create(CultureInfo.InvariantCulture, $"tasks waited for memory {stall * 100:0} % of the time");
        }

        if (reading.GcLoad * Math.Sqrt(severity) >= 1 && (reading.FreeBytes ?? 0) < 4 * floor * severity)
        {
            return "the collector finds memory nearly full";
        }

        return null;
    }
}
