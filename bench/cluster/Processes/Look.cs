using FastMd.Cluster.Bench.Trees;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>What is wrong with a destination.</summary>
/// <param name="Lost">Outputs that are not there.</param>
/// <param name="Torn">Outputs with other bytes, and files that should not be there.</param>
/// <param name="Temporary">Files that were not finished.</param>
internal sealed record Look(IReadOnlyList<string> Lost, IReadOnlyList<string> Torn, IReadOnlyList<string> Temporary)
{
    public bool IsGood => Lost.Count + Torn.Count + Temporary.Count == 0;

    public static Look At(string output, OutputTree expected)
    {
        var tree = OutputTree.Of(output);
        return new(tree.Lost(expected), tree.Torn(expected), tree.Temporary);
    }

    public override string ToString()
        => string.Join("; ", new[] { Say(Lost, "lost"), Say(Torn, "torn"), Say(Temporary, "temporary") }.OfType<string>());

    private static string? Say(IReadOnlyList<string> paths, string what) => paths.Count == 0 ? null : $"{paths.Count} {what}, such as '{paths[0]}'";
}
