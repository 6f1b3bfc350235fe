namespace FastMd.Cluster.Bench.Hostile;

/// <summary>A case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What is done.</param>
/// <param name="Expected">What should come of it.</param>
/// <param name="Run">Does it.</param>
internal sealed record HostileCase(string Name, string Meaning, string Expected, Func<Stage, Verdict> Run);
