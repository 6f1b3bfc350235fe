namespace FastMd.Cli.Watch;

/// <summary>What changed between two quiet moments.</summary>
/// <param name="Paths">Absolute paths, in the order they were first heard of.</param>
/// <param name="IsEverything">Whether more may have changed than the paths say.</param>
internal sealed record Changes(IReadOnlyList<string> Paths, bool IsEverything)
{
    /// <summary><c>docs/a.md and 2 more changed</c>.</summary>
    public string Describe(string workingDirectory) => this switch
    {
        { IsEverything: true } or { Paths: [] } => "Many changes",
        { Paths: [var only] } => $"{Shown(only, workingDirectory)} changed",
        { Paths: [var first, ..] } => $"{Shown(first, workingDirectory)} and {Paths.Count - 1} more changed",
    };

    private static string Shown(string path, string workingDirectory)
        => path.StartsWith(workingDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path[(workingDirectory.Length + 1)..] : path;
}
