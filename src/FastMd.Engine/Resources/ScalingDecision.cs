namespace FastMd.Engine.Resources;

/// <summary>One change of the number of workers.</summary>
/// <param name="At">When, since the batch began.</param>
/// <param name="From">Workers before; a fraction where the processor cap lets them work part of the time.</param>
/// <param name="To">Workers from then on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The same for a person, with the figure that decided.</param>
public sealed record ScalingDecision(TimeSpan At, double From, double To, ScalingReason Reason, string Explanation);
