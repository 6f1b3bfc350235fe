using FastMd.Engine.Reports;

namespace FastMd.Cli.Convert;

/// <summary>The form of a report, by the extension of its file.</summary>
internal static class ReportFormat
{
    /// <summary>Refuses a file whose extension names no form, before anything is done.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public static void Check(string? path)
    {
        if (path is not null && !ReportFile.IsSupported(path))
        {
            throw new UsageException(Refusal(path));
        }
    }

    /// <summary>What there is to say of such a file.</summary>
    public static string Refusal(string path) => $"--report: '{path}' is neither .json nor .html.";
}
