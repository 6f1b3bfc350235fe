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
}
