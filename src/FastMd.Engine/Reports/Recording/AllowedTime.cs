using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports.Recording;

/// <summary>Adds up how long how many workers were allowed.</summary>
internal sealed class AllowedTime
{
    private TimeSpan _sum;
    private TimeSpan _since;
    private double? _workers;

    public void Change(ScalingDecision decision)
    {
        _sum = Until(decision.At, decision.From);
        _since = decision.At;
        _workers = decision.To;
    }

    /// <summary>The sum up to a time since the batch began.</summary>
    /// <param name="end">That time.</param>
    /// <param name="workersAtStart">Workers there were if their number never changed.</param>
    public TimeSpan Until(TimeSpan end, double workersAtStart)
        => end > _since ? _sum + ((end - _since) * (_workers ?? workersAtStart)) : _sum;
}
