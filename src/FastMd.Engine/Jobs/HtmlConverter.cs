using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs;

/// <summary>Converts each document as its format demands.</summary>
internal sealed class HtmlConverter(IDocumentConverter markdown, IDocumentConverter mdx) : IDocumentConverter
{
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        => (source.Format == DocumentFormat.Mdx ? mdx : markdown).Convert(source, links, output, cancellation);
}
