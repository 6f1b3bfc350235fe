namespace FastMd.Engine.Reports;

/// <summary>How often documents were tried.</summary>
/// <param name="Documents">Documents tried more than once.</param>
/// <param name="Attempts">Tries of all documents together.</param>
public sealed record RetrySummary(long Documents, long Attempts);
