namespace FastMd.Engine.Telemetry;

/// <summary>
/// Whether there are a meter and a source of spans at all. To make them costs a process some twenty milliseconds, a good part of what
/// converting a page takes; so they are made when somebody asks, or once a batch has lasted for a second: nobody outside the process
/// gets to listen sooner.
/// </summary>
public static class FastMdTelemetry
{
    /// <summary>Makes the meter and the source. A listener inside the process calls it before the batches it wants to hear of.</summary>
    public static void Open()
    {
        FastMdMeter.Open();
        FastMdActivities.Open();
    }
}
