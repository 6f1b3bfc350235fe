namespace FastMd.Engine.Reports.Live;

/// <summary>How fast a job is, on average over the last while.</summary>
/// <param name="DocumentsPerSecond">Documents a second.</param>
/// <param name="PagesPerSecond">Pages a second.</param>
internal readonly record struct RecentPace(double DocumentsPerSecond, double PagesPerSecond)
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(10);

    /// <summary>The pace at the end of a timeline.</summary>
    public static RecentPace Of(BatchReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Timeline is not [.., var last])
        {
            return default;
        }

        var before = report.Timeline.LastOrDefault(point => last.At - point.At >= While);
        var seconds = (last.At - (before?.At ?? TimeSpan.Zero)).TotalSeconds;
        return seconds > 0
            ? new((last.Completed - (before?.Completed ?? 0)) / seconds, (last.Pages - (before?.Pages ?? 0)) / seconds)
            : default;
    }
}
