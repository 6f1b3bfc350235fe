namespace FastMd.Engine.Documents;

/// <summary>Which file names stand for which format.</summary>
public static class DocumentFormats
{
    /// <summary>Glob patterns a directory is searched for when the user names none.</summary>
    public static IReadOnlyList<string> DefaultPatterns { get; } = ["*.md", "*.markdown"];

    /// <summary>The patterns a directory is searched for: where the user names none and MDX is wanted, also MDX.</summary>
    /// <param name="patterns">What the settings say.</param>
    /// <param name="wantsMdx">Whether MDX is wanted.</param>
    public static IReadOnlyList<string> Patterns(IReadOnlyList<string> patterns, bool wantsMdx)
        => wantsMdx && ReferenceEquals(patterns, DefaultPatterns) ? ["*.mdx", .. DefaultPatterns] : patterns;

    /// <summary>The format of text that has no name: MDX where MDX is wanted.</summary>
    /// <param name="wantsMdx">Whether MDX is wanted.</param>
    public static DocumentFormat OfUnnamed(bool wantsMdx) => wantsMdx ? DocumentFormat.Mdx : DocumentFormat.Markdown;

    /// <summary>The format a path's extension stands for; Markdown where it says nothing.</summary>
    public static DocumentFormat OfPath(string path)
        => Path.GetExtension(path.AsSpan()).Equals(".mdx", StringComparison.OrdinalIgnoreCase)
            ? DocumentFormat.Mdx
            : DocumentFormat.Markdown;
}
