using System.Management.Automation.Runspaces;
using FastMd.Engine.Reports;

namespace FastMd.PowerShell.Running;

/// <summary>Keeps the report of a batch for <c>Get-FastMdReport</c>, however the batch ends.</summary>
/// <param name="session">The session the batch runs in.</param>
internal sealed class BatchEnding(Runspace session)
{
    private bool _isOver;

    /// <summary>Whether the user said no to a document: a batch of which nothing was wanted leaves the last report alone.</summary>
    public bool WasDeclined { get; set; }

    /// <summary>Keeps the report, the first time.</summary>
    public void Close(Func<Lazy<BatchReport>> report)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        var final = report();
        if (!WasDeclined || final.Value.Retries.Attempts > 0)
        {
            SessionReports.Keep(session, final);
        }
    }
}
