using System.Management.Automation;
using FastMd.Engine.Reports;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results.Reports;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Gives the report of the session's last batch, or writes it to a file.</summary>
[Cmdlet(VerbsCommon.Get, "FastMdReport", SupportsShouldProcess = true)]
[OutputType(typeof(FastMdReport), typeof(FileInfo))]
public sealed class GetFastMdReportCommand : PSCmdlet
{
    /// <summary>File the report is written to.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = ReportTarget.Required(this, Path);
        if (SessionReports.Last is not { } report)
        {
            WriteError(DiagnosticErrors.NoReport());
        }
        else if (path is null)
        {
            WriteObject(report.ToShell());
        }
        else if (ShouldProcess(path, "Write the report"))
        {
            Write(report, path);
        }
    }

    private void Write(BatchReport report, string path)
    {
        if (ReportWriting.Try(path, file => ReportFile.Write(report, file)) is { } error)
        {
            WriteError(error);
        }
        else
        {
            // The provider's item shows its folder, and binds to other cmdlets, as Get-Item's does.
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
    }
}
