using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports;

/// <summary>The documents of one size class.</summary>
/// <param name="Tier">The class.</param>
/// <param name="Documents">How many.</param>
/// <param name="InputBytes">Bytes read of those that were converted.</param>
/// <param name="Time">Time of their last tries, summed over the workers.</param>
/// <param name="P95">95 of 100 of them took no longer.</param>
public sealed record TierSummary(SizeTier Tier, long Documents, long InputBytes, TimeSpan Time, TimeSpan P95);

/// <summary>The documents of one file format.</summary>
/// <param name="Extension">The extension in lower case, such as <c>.md</c>; empty for none, <c>other</c> where there are too many or strange ones.</param>
/// <param name="Documents">How many.</param>
/// <param name="Failed">How many of them failed or were given up.</param>
public sealed record FormatSummary(string Extension, long Documents, long Failed)
{
    /// <summary>Failed ones as a share of the format's documents, 0 to 1.</summary>
    public double FailureRate => Documents > 0 ? (double)Failed / Documents : 0;
}

/// <summary>How often one diagnostic came.</summary>
/// <param name="Code">Its code, such as <c>FM1001</c>.</param>
/// <param name="Severity">How bad it is; where it came as both, an error.</param>
/// <param name="Count">How often it came, over all documents.</param>
/// <param name="Documents">How many documents have it.</param>
/// <param name="Rate">Those as a share of all documents, 0 to 1.</param>
public sealed record DiagnosticCount(string Code, DiagnosticSeverity Severity, long Count, long Documents, double Rate);
