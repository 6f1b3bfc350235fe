namespace FastMd.Peers;

/// <summary>One way to convert a tree of pages.</summary>
/// <param name="Name">What <c>--only</c> calls it.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Tree">What it converts.</param>
/// <param name="CommandFor">The command that converts the tree to a folder.</param>
internal sealed record Row(string Name, string Meaning, PageTree Tree, Func<PageTree, string, Command> CommandFor)
{
    /// <summary>Whether it makes its own folders below the output folder; else they are made before the clock starts.</summary>
    public bool MakesFolders { get; init; } = true;
}
