namespace FastMd.Engine.Health;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Status">How well it is.</param>
/// <param name="Found">What is so.</param>
/// <param name="Advice">What to do; never null unless all is as it should be.</param>
internal sealed record HealthRow(string Check, HealthStatus Status, string Found, string? Advice);
