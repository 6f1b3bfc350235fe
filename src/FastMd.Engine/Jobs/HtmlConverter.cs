using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs;

/// <summary>Converts each document as its format demands.</summary>
internal sealed class HtmlConverter(IDocumentConverter markdown, IDocumentConverter mdx) : IDocumentConverter
{
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        => Of(source).Convert(source, links, output, cancellation);

    public long NeededBytes(SourceText source) => Of(source).NeededBytes(source);

    private IDocumentConverter Of(SourceText source) => source.Format == DocumentFormat.Mdx ? mdx : markdown;
}
