namespace FastMd.Engine.Reports;

/// <summary>How many workers a batch had and how busy they were.</summary>
/// <param name="AtStart">Workers it began with.</param>
/// <param name="Most">The most it had at once.</param>
/// <param name="BusyTime">Time workers spent on documents, summed over them.</param>
/// <param name="AllowedTime">Time workers were allowed to work, summed over them: with a steady number, workers × elapsed.</param>
/// <param name="Utilisation">Share of the allowed workers that were at work when looked at, 0 to 1, averaged over the timeline; null without one.</param>
public sealed record WorkerUse(int AtStart, int Most, TimeSpan BusyTime, TimeSpan AllowedTime, double? Utilisation)
{
    /// <summary>Busy time as a share of the allowed time, 0 to 1.</summary>
    public double Efficiency => AllowedTime > TimeSpan.Zero ? Math.Min(1, BusyTime / AllowedTime) : 0;
}
