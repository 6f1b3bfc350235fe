namespace FastMd.PowerShell.Results.Reports;

/// <summary>How often one diagnostic came.</summary>
/// <param name="Code">Its code, such as FM1001.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Count">How often it came, over all documents.</param>
/// <param name="Documents">How many documents have it.</param>
/// <param name="Rate">Those as a share of all documents, 0 to 1.</param>
public sealed record FastMdDiagnosticCount(string Code, FastMdSeverity Severity, long Count, long Documents, double Rate)
{
    /// <summary>The code and how often it came.</summary>
    public override string ToString() => $"{Code} x {Count}";
}
