using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Html;
using FastMd.Engine.Markdown.Links;
using FastMd.Engine.Markdown.References;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// An HTML renderer that serves one document after the other. Setting one up costs more than rendering a small document.
/// </summary>
internal sealed class ReusableHtmlRenderer : HtmlRenderer
{
    private ParseContext? _context;

    public ReusableHtmlRenderer(MarkdownPipeline pipeline, CodeOptions code)
        : base(TextWriter.Null)
    {
        ObjectRenderers.Replace<ListRenderer>(new SpecListRenderer());
        ObjectRenderers.Replace<LinkInlineRenderer>(new PlacedLinkRenderer());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new PlacedAutolinkRenderer());
        ObjectRenderers.Replace<LineBreakInlineRenderer>(new LineBreakRenderer());
        ObjectRenderers.Replace<HtmlInlineRenderer>(new CheckedHtmlInlineRenderer());
        ObjectRenderers.Replace<HtmlBlockRenderer>(new CheckedHtmlBlockRenderer());
        ObjectRenderers.Replace<CodeBlockRenderer>(new CodeRenderer(code));
        pipeline.Setup(this);
        MaximumNestingDepth = Nesting.Deepest;
        ObjectWriteBefore += (_, written) =>
        {
            LastWritten = written;
            _context?.ThrowIfCancelled();
        };
    }

    /// <summary>What was begun last; null before anything was.</summary>
    public MarkdownObject? LastWritten { get; private set; }

    /// <summary>The references of the document being rendered.</summary>
    public DocumentReferences References { get; private set; } = Nothing;

    /// <summary>What the document being rendered, or rendered last, needs of a page.</summary>
    public DocumentFeatures Features { get; set; }

    private static DocumentReferences Nothing { get; } = new("", "", SameLinks.Instance);

    /// <summary>Renders one document. After an exception the renderer's state is unknown: do not use it again.</summary>
    public void Render(MarkdownDocument document, DocumentReferences references, TextWriter output, ParseContext context)
    {
        _context = context;
        Writer = output;
        References = references;
        Features = DocumentFeatures.None;
        previousWasLine = true;
        Render(document);
        FootnoteDefinitionRenderer.WriteAll(this, context.ReferredFootnotes);
        Writer = TextWriter.Null;
        References = Nothing;
        _context = null;
        LastWritten = null;
    }

    /// <summary>Writes a URL into an attribute.</summary>
    /// <param name="url">The URL as it was written.</param>
    /// <param name="kind">What it is for; null where it is no reference.</param>
    /// <param name="offset">Where the reference begins.</param>
    public void WriteUrl(string url, LinkKind? kind, int offset)
        => WriteEscape(LinkAddress.Encode(kind is { } known ? References.Resolve(url, known, offset) : url));
}
