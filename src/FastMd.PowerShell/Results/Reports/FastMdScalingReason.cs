namespace FastMd.PowerShell.Results.Reports;

/// <summary>Why the number of workers changed.</summary>
public enum FastMdScalingReason
{
    /// <summary>What the batch started with.</summary>
    Start,

    /// <summary>Memory is short.</summary>
    MemoryPressure,

    /// <summary>A converter was told to slow down by what it depends on.</summary>
    RateLimited,

    /// <summary>Workers wait for the disk while processors idle.</summary>
    IoWait,

    /// <summary>One worker more brought nothing.</summary>
    NoGain,

    /// <summary>The machine is busier than it may be.</summary>
    CpuCap,

    /// <summary>What held the batch back is over.</summary>
    Recovered,
}
