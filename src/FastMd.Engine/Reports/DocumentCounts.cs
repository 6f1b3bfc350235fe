namespace FastMd.Engine.Reports;

/// <summary>Documents by what became of them.</summary>
/// <param name="Converted">Converted.</param>
/// <param name="Failed">Not converted, for a reason of their own.</param>
/// <param name="TimedOut">Given up at their time limit.</param>
/// <param name="Cancelled">Not done when the batch was cancelled.</param>
public sealed record DocumentCounts(long Converted, long Failed, long TimedOut, long Cancelled)
{
    /// <summary>All of them.</summary>
    public long Total => Converted + Failed + TimedOut + Cancelled;
}
