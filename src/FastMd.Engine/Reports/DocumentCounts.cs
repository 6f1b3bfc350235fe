namespace FastMd.Engine.Reports;

/// <summary>Documents by what became of them.</summary>
/// <param name="Converted">Converted.</param>
/// <param name="Unchanged">Left alone: their outputs are what they would be converted to.</param>
/// <param name="Failed">Not converted, for a reason of their own.</param>
/// <param name="TimedOut">Given up at their time limit.</param>
/// <param name="Cancelled">Not done when the batch was cancelled.</param>
public sealed record DocumentCounts(long Converted, long Unchanged, long Failed, long TimedOut, long Cancelled)
{
    /// <summary>All of them.</summary>
    public long Total => Converted + Unchanged + Failed + TimedOut + Cancelled;
}
