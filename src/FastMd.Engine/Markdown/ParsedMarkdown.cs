using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.References;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>A Markdown document, parsed.</summary>
/// <param name="Source">The document.</param>
/// <param name="Body">What of it is no front matter, which offsets in its blocks count from.</param>
/// <param name="FrontMatter">Front matter as data; null where there is none.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Context">What its parsers have noted.</param>
internal sealed record ParsedMarkdown(
    SourceText Source, string Body, IReadOnlyDictionary<string, object?>? FrontMatter, MarkdownDocument Blocks, ParseContext Context)
{
    /// <summary>Offset in the source of the body's first character.</summary>
    public int BodyStart => Source.Text.Length - Body.Length;

    /// <summary>Front matter's title, else the first heading's text; null where there is neither.</summary>
    public string? Title => DocumentTitle.Of(FrontMatter, Blocks);

    /// <summary>Parses a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="flavor">Which Markdown it is read as.</param>
    /// <param name="pipeline">What reads it.</param>
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    /// <exception cref="DocumentException">It nests too deeply, or its front matter is refused.</exception>
    public static ParsedMarkdown Parse(
        SourceText source, MarkdownFlavor flavor, MarkdownPipeline pipeline, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var body = source.Text;
        IReadOnlyDictionary<string, object?>? frontMatter = null;
        if (flavor != MarkdownFlavor.CommonMark && FrontMatterBlock.Find(body, source.FrontMatterFormats) is { } block
            && Documents.FrontMatter.TryParse(block, diagnostics, out frontMatter))
        {
            body = body[block.BodyStart..];
        }

        try
        {
            var context = new ParseContext(body.Length, cancellation);
            var document = MarkdownParser.Parse(body, pipeline, context);
            context.Unshown.WarnIn(source.Text, source.Text.Length - body.Length, diagnostics);
            return new(source, body, frontMatter, document, context);
        }
        catch (NestingException tooDeep)
        {
            throw NestingTooDeep(source.Text, source.Text.Length - body.Length, tooDeep);
        }
    }

    /// <summary>Says where a document nests too deeply.</summary>
    public DocumentException NestingTooDeep(NestingException thrown) => NestingTooDeep(Source.Text, BodyStart, thrown);

    private static DocumentException NestingTooDeep(string source, int bodyStart, NestingException thrown)
    {
        var (line, column) = new SourceLines(source).At(bodyStart + thrown.Offset);
        return new(Diagnostic.Error(DiagnosticCodes.NestingTooDeep, "The document nests too deeply; flatten its lists, quotes or emphasis.", line, column), thrown);
    }
}
