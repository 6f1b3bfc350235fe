using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>Reads the front matter of documents that are not converted because nothing of them changed.</summary>
/// <param name="decoder">Turns bytes into text.</param>
internal sealed class FrontMatterReader(TextDecoder decoder)
{
    /// <summary>The front matter; null where there is none, or where the file cannot be read any more.</summary>
    public IReadOnlyDictionary<string, object?>? Read(DocumentSource source)
    {
        try
        {
            var text = decoder.Decode(File.ReadAllBytes(source.Path!), source.Format).Text;
            return FrontMatterBlock.Find(text) is { } block && FrontMatter.TryParse(block, [], out var frontMatter) ? frontMatter : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or DocumentException)
        {
            return null;
        }
    }
}
