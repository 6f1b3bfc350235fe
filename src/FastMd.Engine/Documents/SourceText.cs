namespace FastMd.Engine.Documents;

/// <summary>A document's text, decoded, and what was noticed while decoding it.</summary>
/// <param name="Text">The whole text, without a byte order mark; NUL replaced by U+FFFD.</param>
/// <param name="Format">The document's format.</param>
/// <param name="Diagnostics">Warnings of the decoder.</param>
public sealed record SourceText(string Text, DocumentFormat Format, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What outputs that name their source call the document: its path below the tree's root, with slashes; empty where it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Relative address of the root of the output tree, as its output refers to it: <c>../</c> for each folder that it lies in.</summary>
    public string Root { get; init; } = "";

    /// <summary>Text that was in memory already.</summary>
    public static SourceText FromString(string text, DocumentFormat format = DocumentFormat.Markdown)
        => new(WithoutNul(text), format, []);

    internal static string WithoutNul(string text)
        => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}
