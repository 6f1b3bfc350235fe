namespace FastMd.Engine.Resources;

/// <summary>One change of the number of workers.</summary>
/// <param name="At">When, since the batch began.</param>
/// <param name="From">Workers before; a fraction where the processor cap lets them work part of the time.</param>
/// <param name="To">Workers from then on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The same for a person, with the figure that decided.</param>
public sealed record ScalingDecision(TimeSpan At, double From, double To, ScalingReason Reason, string Explanation);

/// <summary>Why the number of workers changed.</summary>
public enum ScalingReason
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
