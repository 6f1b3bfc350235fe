namespace FastMd.PowerShell.Results.Reports;

/// <summary>One change of the number of workers.</summary>
/// <param name="At">When, since the batch began.</param>
/// <param name="From">Workers before.</param>
/// <param name="To">Workers from then on; a fraction where they work part of the time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The same for a person.</param>
public sealed record FastMdScalingDecision(TimeSpan At, double From, double To, FastMdScalingReason Reason, string Explanation)
{
    /// <summary>The explanation.</summary>
    public override string ToString() => Explanation;
}
