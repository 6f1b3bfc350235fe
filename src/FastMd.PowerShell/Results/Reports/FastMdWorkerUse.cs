using System.Globalization;

namespace FastMd.PowerShell.Results.Reports;

/// <summary>How many workers a batch had and how busy they were.</summary>
/// <param name="AtStart">Workers it began with.</param>
/// <param name="Most">The most it had at once.</param>
/// <param name="BusyTime">Time workers spent on documents, summed over them.</param>
/// <param name="AllowedTime">Time workers were allowed to work, summed over them.</param>
/// <param name="Efficiency">The first as a share of the second, 0 to 1.</param>
/// <param name="Utilisation">Share of the allowed workers that were at work, averaged over the timeline; null without one.</param>
public sealed record FastMdWorkerUse(
    int AtStart, int Most, TimeSpan BusyTime, TimeSpan AllowedTime, double Efficiency, double? Utilisation)
{
    /// <summary>How many there were and how busy.</summary>
    public override string ToString()
    {
        var workers = Most > AtStart ? $"{AtStart} to {Most}" : $"{AtStart}";
        return string.Create(CultureInfo.CurrentCulture, $"{workers}, busy {Efficiency * 100:0} % of the time");
    }
}
