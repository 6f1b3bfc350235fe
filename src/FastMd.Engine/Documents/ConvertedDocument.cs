namespace FastMd.Engine.Documents;

/// <summary>What a converter knows of a document besides its output.</summary>
/// <param name="Title">Front matter's <c>title</c>, else the first heading's text; null where there is neither.</param>
/// <param name="FrontMatter">Front matter as data; null where there is none.</param>
/// <param name="Diagnostics">Warnings.</param>
/// <param name="ParseTime">Time until the output was begun.</param>
public sealed record ConvertedDocument(
    string? Title,
    IReadOnlyDictionary<string, object?>? FrontMatter,
    IReadOnlyList<Diagnostic> Diagnostics,
    TimeSpan ParseTime = default)
{
    /// <summary>Its headings, in order.</summary>
    public IReadOnlyList<Heading> Headings { get; init; } = [];

    /// <summary>Every id in the output that a link can lead to, those of headings included.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>What a page of it has to load or style something for.</summary>
    public DocumentFeatures Features { get; init; }
}

/// <summary>A heading of a document.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Id">The id that links lead to; null where it has none.</param>
public sealed record Heading(int Level, string Text, string? Id);
