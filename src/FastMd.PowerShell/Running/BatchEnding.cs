using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Running;

/// <summary>What a batch leaves behind, however it ends: its report, for <c>Get-FastMdReport</c> and in the file that was asked for.</summary>
/// <param name="session">The session the batch runs in.</param>
/// <param name="reportPath">Absolute path of the file; null where none was asked for.</param>
internal sealed class BatchEnding(Runspace session, string? reportPath)
{
    private string? _reportPath = reportPath;
    private bool _isOver;

    /// <summary>Whether the user said no to a document: a batch of which nothing was wanted leaves the last report alone.</summary>
    public bool WasDeclined { get; set; }

    /// <summary>A document is about to be converted; gives the error where its output and the report are one file. The report gives way.</summary>
    public ErrorRecord? Admitting(PlannedDocument document)
    {
        if (_reportPath is null || !ReportFile.IsOutputOf(_reportPath, document))
        {
            return null;
        }

        var error = DiagnosticErrors.ReportPathTaken(_reportPath, document.Source.Name);
        _reportPath = null;
        return error;
    }

    /// <summary>Keeps the report, the first time; gives the error where it cannot be written.</summary>
    public ErrorRecord? Close(Func<Lazy<BatchReport>> report)
    {
        if (_isOver)
        {
            return null;
        }

        _isOver = true;
        var final = report();
        if (!WasDeclined || final.Value.Retries.Attempts > 0)
        {
            SessionReports.Keep(session, final);
        }

        return _reportPath is null ? null : ReportWriting.Try(_reportPath, path => ReportFile.Write(final.Value, path));
    }
}
