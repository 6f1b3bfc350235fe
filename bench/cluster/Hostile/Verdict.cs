namespace FastMd.Cluster.Bench.Hostile;

/// <summary>What came of a case.</summary>
/// <param name="IsGood">Whether it is what is expected.</param>
/// <param name="Observed">What was seen.</param>
internal sealed record Verdict(bool IsGood, string Observed);
