using FastMd.Engine.Reports;

namespace FastMd.Cli.Convert;

/// <summary>The file a report goes to.</summary>
internal static class ReportPath
{
    /// <summary>Refuses a file whose extension names no form of a report, before anything is done.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public static void Check(string? path)
    {
        if (path is not null && !ReportFile.Knows(path))
        {
            throw new UsageException($"--report: '{path}' is neither .json nor .html.");
        }
    }
}
