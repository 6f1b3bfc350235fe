namespace FastMd.Engine.Reports.Live;

/// <summary>How fast a job is, on average over the last while.</summary>
/// <param name="DocumentsPerSecond">Documents a second.</param>
/// <param name="PagesPerSecond">Pages a second.</param>
internal readonly record struct RecentPace(double DocumentsPerSecond, double PagesPerSecond);
