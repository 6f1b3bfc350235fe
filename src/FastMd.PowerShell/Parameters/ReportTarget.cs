using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using FastMd.Engine.Reports;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Parameters;

/// <summary>The file a report is to be written to.</summary>
internal static class ReportTarget
{
    /// <summary>Its absolute path. One that is no path, or whose extension names no form of a report, ends the pipeline.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static string? Required(PSCmdlet cmdlet, string? path)
    {
        var full = new PathResolver(cmdlet).Required(path);
        if (full is not null && !ReportFile.IsSupported(full))
        {
            cmdlet.ThrowTerminatingError(DiagnosticErrors.InvalidReportPath(path!));
        }

        return full;
    }
}
