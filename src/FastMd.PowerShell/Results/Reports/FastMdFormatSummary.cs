namespace FastMd.PowerShell.Results.Reports;

/// <summary>The documents of one file format.</summary>
/// <param name="Extension">The extension, such as .md; empty for none.</param>
/// <param name="Documents">How many.</param>
/// <param name="Failed">How many of them failed or were given up.</param>
/// <param name="FailureRate">The same as a share, 0 to 1.</param>
public sealed record FastMdFormatSummary(string Extension, long Documents, long Failed, double FailureRate)
{
    /// <summary>The extension.</summary>
    public override string ToString() => Extension;
}
