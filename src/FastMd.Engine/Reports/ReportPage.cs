namespace FastMd.Engine.Reports;

/// <summary>A report as one HTML page, for people. It needs no network, and suits light and dark, narrow screens and paper.</summary>
internal static class ReportPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    public static void Write(BatchReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        SelfContainedPage.Write("batch", output, json => ReportJson.Write(report, new JsonFields(json) { KeepsHalves = true }));
    }
}
