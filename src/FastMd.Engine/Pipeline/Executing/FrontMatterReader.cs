using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Reads the front matter of documents that are not converted because nothing of them changed.</summary>
/// <param name="reader">Reads sources.</param>
internal sealed class FrontMatterReader(SourceReader reader)
{
    /// <summary>The front matter; null where there is none, where the file cannot be read any more, or only in a process of its own.</summary>
    public IReadOnlyDictionary<string, object?>? Read(DocumentSource source)
    {
        if (source.Path is { } path && reader.NeedsProcess(path))
        {
            return null;
        }

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
