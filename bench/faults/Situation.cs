using FastMd.Faults.Trees;

namespace FastMd.Faults;

/// <summary>What a run finds, and what is asked of it.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Old">The sources that an earlier run converted; null where there was none.</param>
/// <param name="New">The sources as they are now.</param>
/// <param name="Arguments">What the command line says besides sources and destination.</param>
internal sealed record Situation(string Name, SourceTree? Old, SourceTree New, params IReadOnlyList<string> Arguments)
{
    /// <summary>The first run of all, one after changes, one after changes that prunes, and one that writes modules of JavaScript.</summary>
    public static IReadOnlyList<Situation> All(SourceTree tree)
    {
        var changed = tree.Evolve();
        return
        [
            new("first run", null, changed),
            new("incremental run", tree, changed),
            new("run with --prune", tree, changed, "--prune"),
            new("run to MDX", tree, changed, "--to", "js", "--prune"),
        ];
    }

    public override string ToString() => Name;
}
