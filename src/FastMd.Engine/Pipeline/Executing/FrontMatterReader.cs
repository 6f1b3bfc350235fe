using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Reads the front matter of documents that are not converted because nothing of them changed.</summary>
/// <param name="reader">Reads sources.</param>
internal sealed class FrontMatterReader(SourceReader reader)
{
    /// <summary>The front matter; null where there is none, or where the file cannot be read any more.</summary>
    public IReadOnlyDictionary<string, object?>? Read(DocumentSource source)
    {
        try
        {
            var text = reader.Read(source, CancellationToken.None).Text;
            return FrontMatterBlock.Find(text.Text, text.FrontMatterFormats) is { } block && FrontMatter.TryParse(block, [], out var frontMatter) ? frontMatter : null;
        }
        catch (DocumentException)
        {
            return null;
        }
    }
}
