using System.Text;
using FastMd.Engine.Context.Emitting;

namespace FastMd.Engine.Context.Sets;

/// <summary>
/// Writes <c>llms.txt</c>: a title, and under it links to all documents, in a section for each folder. Under a heading of a section there is nothing but
/// lines with links, as readers of the format demand.
/// </summary>
internal static class LlmsText
{
    /// <summary>Writes it.</summary>
    /// <param name="stream">Receives it.</param>
    /// <param name="name">Name of the set.</param>
    /// <param name="documents">The documents, in order.</param>
    public static void Write(Stream stream, string name, IEnumerable<EmittedDocument> documents)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"# {OneLineOf(name)}");
        string? section = null;
        foreach (var (folder, document) in documents.Select(static document => (SectionOf(document.Path), document)).OrderBy(static pair => pair.Item1, StringComparer.Ordinal))
        {
            if (folder != section)
            {
                section = folder;
                text.WriteLine();
                text.WriteLine($"## {OneLineOf(section.Length == 0 ? "Docs" : section)}");
                text.WriteLine();
            }

            var url = document.Value("source", "url") as string ?? document.Path;
            text.Write($"- [{OneLineOf(document.Title)}]({AddressOf(url)})");
            text.WriteLine(document.Text("description") is { Length: > 0 } description ? $": {OneLineOf(description)}" : "");
        }
    }

    private static string SectionOf(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : "";

    // Readers of the format take the first bracket that closes for the end of the title, whatever stands before it.
    private static string OneLineOf(string text)
        => string.Join(' ', text.Replace('[', '(').Replace(']', ')').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string AddressOf(string url)
        => url.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
