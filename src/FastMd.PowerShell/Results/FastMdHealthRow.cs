namespace FastMd.PowerShell.Results;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Status">How well it is.</param>
/// <param name="Found">What is so.</param>
/// <param name="Advice">What to do; null where there is nothing to do.</param>
public sealed record FastMdHealthRow(string Check, FastMdHealthStatus Status, string Found, string? Advice);
