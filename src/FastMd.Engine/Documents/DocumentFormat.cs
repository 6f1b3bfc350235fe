using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Documents;

/// <summary>The kind of a source document.</summary>
public enum DocumentFormat
{
    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>MDX: Markdown with JSX, ES modules and expressions.</summary>
    Mdx,
}

/// <summary>Which file names stand for which format.</summary>
internal static class DocumentFormats
{
    /// <summary>Glob patterns a directory is searched for when the user names none.</summary>
    public static IReadOnlyList<string> DefaultPatterns { get; } = ["*.md", "*.markdown"];

    /// <summary>Glob patterns of books, which a directory is searched for, too, where they can become what is asked for.</summary>
    public static IReadOnlyList<string> BookPatterns { get; } = ["*.epub", "*.pdf"];

    /// <summary>Whether a file is a book, by its name.</summary>
    public static bool IsBook(string path)
        => path.EndsWith(".epub", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>The format a path's extension stands for; Markdown where it says nothing.</summary>
    public static DocumentFormat OfPath(string path)
        => SourceKinds.Default.Of(path) is TextSource text ? text.Format : DocumentFormat.Markdown;
}
