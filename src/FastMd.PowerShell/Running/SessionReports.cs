using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using FastMd.Engine.Reports;

namespace FastMd.PowerShell.Running;

/// <summary>The report of each session's last batch, for as long as the session lives.</summary>
internal static class SessionReports
{
    private static readonly ConditionalWeakTable<Runspace, Lazy<BatchReport>> Reports = [];

    /// <summary>The report of the last batch of the session whose pipeline this thread runs; null before the first.</summary>
    public static BatchReport? Last => Reports.TryGetValue(Runspace.DefaultRunspace, out var report) ? report.Value : null;

    public static void Keep(Runspace session, Lazy<BatchReport> report) => Reports.AddOrUpdate(session, report);
}
