namespace FastMd.Engine.Documents.Sources;

/// <summary>The kinds of sources that a job reads. A file that is of none is read as Markdown.</summary>
public sealed class SourceKinds
{
    private readonly TextSource _other;

    private SourceKinds(IReadOnlyList<SourceKind> all, TextSource other)
    {
        All = all;
        _other = other;
    }

    /// <summary>Markdown and MDX.</summary>
    public static SourceKinds Default { get; } = Of(
        new TextSource("markdown", DocumentFormat.Markdown, ".md", ".markdown"), new TextSource("mdx", DocumentFormat.Mdx, ".mdx"));

    /// <summary>All of them.</summary>
    public IReadOnlyList<SourceKind> All { get; }

    /// <summary>The same, and one more.</summary>
    public SourceKinds With(SourceKind kind) => new([.. All, kind], _other);

    /// <summary>The kind of a file, by its name.</summary>
    /// <param name="path">Path or name of the file.</param>
    public SourceKind Of(string path)
    {
        foreach (var kind in All)
        {
            if (kind.Takes(path))
            {
                return kind;
            }
        }

        return _other;
    }

    /// <summary>What they say of themselves: two sets that read the same files the same way are the same.</summary>
    public override string ToString() => string.Join(", ", All.Select(static kind => kind.Identity));

    private static SourceKinds Of(TextSource markdown, TextSource mdx) => new([markdown, mdx], markdown);
}
