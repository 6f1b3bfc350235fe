namespace FastMd.Cluster.Bench;

/// <summary>What a command found.</summary>
/// <param name="Text">The report, as Markdown.</param>
/// <param name="IsGood">Whether nothing was wrong.</param>
internal sealed record Outcome(string Text, bool IsGood);
