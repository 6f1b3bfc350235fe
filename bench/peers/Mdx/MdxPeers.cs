namespace FastMd.Peers.Mdx;

/// <summary>Compilers of MDX for Node.js, pinned in a <c>package.json</c> of their own.</summary>
internal static class MdxPeers
{
    /// <summary>Each by its name, and what it is.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> All =
        [("satteri", "satteri (Rust)"), ("mdx-rs", "@rspress/mdx-rs (Rust)"), ("mdx-js", "@mdx-js/mdx (JavaScript)")];

    private static string Folder => Repository.At("bench", "peers", "Mdx");

    /// <summary>Why they cannot be measured here; null where they can.</summary>
    public static string? Missing => Rows.Missing("node")
        ?? (Directory.Exists(Path.Combine(Folder, "node_modules")) ? null : "satteri, mdx-rs and mdx-js are not there; run 'npm ci' in bench/peers/Mdx");

    /// <summary>Compiles the pages of a folder in memory whenever a compiler's name comes in.</summary>
    public static Command Runner(string root) => new("node", Path.Combine(Folder, "runner.mjs"), root);

    /// <summary>Compiles a tree of pages, with a thread for each processor.</summary>
    public static Command Tree(string compiler, PageTree tree, string output)
        => new("node", Path.Combine(Folder, "tree.mjs"), compiler, tree.Root, output);
}
