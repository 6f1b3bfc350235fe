namespace FastMd.Engine.Reports;

/// <summary>The documents of one file format.</summary>
/// <param name="Extension">The extension in lower case, such as <c>.md</c>; empty for none, <c>other</c> where there are too many or strange ones.</param>
/// <param name="Documents">How many.</param>
/// <param name="Failed">How many of them failed or were given up.</param>
public sealed record FormatSummary(string Extension, long Documents, long Failed)
{
    /// <summary>Failed ones as a share of the format's documents, 0 to 1.</summary>
    public double FailureRate => Documents > 0 ? (double)Failed / Documents : 0;
}
