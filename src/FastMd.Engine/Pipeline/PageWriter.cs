using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;

namespace FastMd.Engine.Pipeline;

/// <summary>Makes pages of converted documents.</summary>
/// <param name="template">The template.</param>
/// <param name="destination">Absolute path of the folder outputs are written to; null where results carry the content.</param>
/// <param name="rawHtml">What becomes of HTML and addresses in front matter.</param>
public sealed class PageWriter(PageTemplate template, string? destination, RawHtmlHandling rawHtml = RawHtmlHandling.Allow)
{
    private const string Untitled = "Untitled";

    /// <summary>Writes a document's page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="converted">What the converter knows of it.</param>
    /// <param name="fragment">What the converter wrote, in UTF-8.</param>
    /// <param name="output">Receives the page.</param>
    /// <returns>What is known of the document now.</returns>
    public ConvertedDocument Write(PlannedDocument document, ConvertedDocument converted, ReadOnlyMemory<byte> fragment, Utf8TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(converted);
        var name = document.Source.Path is { } path ? Path.GetFileNameWithoutExtension(path) : Untitled;
        var warnings = template.Render(new(fragment, converted, name, RootOf(document)), output, rawHtml);
        return warnings.Count == 0 ? converted : converted with { Diagnostics = [.. converted.Diagnostics, .. warnings] };
    }

    private string RootOf(PlannedDocument document)
        => destination is null || document.OutputPath is null
            ? ""
            : string.Concat(Enumerable.Repeat("../", Path.GetRelativePath(destination, document.OutputPath).Count(IsSeparator)));

    private static bool IsSeparator(char character) => character == Path.DirectorySeparatorChar;
}
