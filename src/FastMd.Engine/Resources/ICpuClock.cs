namespace FastMd.Engine.Resources;

/// <summary>Counts processor time.</summary>
internal interface ICpuClock
{
    /// <summary>The counters now; null where they cannot be read.</summary>
    CpuTicks? Read();
}
