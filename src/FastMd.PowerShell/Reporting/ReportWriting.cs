using System.Management.Automation;

namespace FastMd.PowerShell.Reporting;

/// <summary>Writes a report to a file.</summary>
internal static class ReportWriting
{
    /// <summary>Writes it; gives the error where that fails.</summary>
    public static ErrorRecord? Try(string path, Action<string> write)
    {
        try
        {
            write(path);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return DiagnosticErrors.ReportUnwritable(path, failure);
        }
    }
}
