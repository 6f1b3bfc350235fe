namespace FastMd.Engine.Reports;

/// <summary>How fast documents were converted, on average over the whole batch. Only documents that were converted count.</summary>
/// <param name="DocumentsPerMinute">Documents a minute.</param>
/// <param name="PagesPerSecond">Documents a second; one document is one page.</param>
/// <param name="MegabytesPerSecond">Input a second, in units of 1,048,576 bytes.</param>
public sealed record Throughput(double DocumentsPerMinute, double PagesPerSecond, double MegabytesPerSecond)
{
    internal const double BytesPerMegabyte = 1024 * 1024;

    internal static Throughput Of(long documents, long bytes, TimeSpan elapsed)
        => elapsed > TimeSpan.Zero
            ? new(documents / elapsed.TotalMinutes, documents / elapsed.TotalSeconds, bytes / BytesPerMegabyte / elapsed.TotalSeconds)
            : new(0, 0, 0);
}
