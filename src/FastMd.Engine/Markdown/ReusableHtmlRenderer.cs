using System.Text;
using FastMd.Engine.Documents;
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
    private LinkKind? _kind;
    private int _offset;
    private CancellationToken _cancellation;

    public ReusableHtmlRenderer(MarkdownPipeline pipeline)
        : base(TextWriter.Null)
    {
        ObjectRenderers.Replace<ListRenderer>(new SpecListRenderer());
        ObjectRenderers.Replace<LinkInlineRenderer>(new PlacedLinkRenderer());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new PlacedAutolinkRenderer());
        ObjectRenderers.Replace<HtmlInlineRenderer>(new CheckedHtmlInlineRenderer());
        ObjectRenderers.Replace<HtmlBlockRenderer>(new CheckedHtmlBlockRenderer());
        pipeline.Setup(this);
        LinkRewriter = Rewrite;
        ObjectWriteBefore += (_, _) => _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The references of the document being rendered.</summary>
    public DocumentReferences References { get; private set; } = Nothing;

    private static DocumentReferences Nothing { get; } = new("", "", SameLinks.Instance);

    /// <summary>Renders one document. After an exception the renderer's state is unknown: do not use it again.</summary>
    public void Render(MarkdownDocument document, DocumentReferences references, TextWriter output, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Writer = output;
        References = references;
        previousWasLine = true;
        Render(document);
        Writer = TextWriter.Null;
        References = Nothing;
    }

    /// <summary>Says what the next URL to be written is for.</summary>
    /// <param name="kind">What it is for; null where it is no reference.</param>
    /// <param name="offset">Where the reference begins.</param>
    public void Announce(LinkKind? kind, int offset) => (_kind, _offset) = (kind, offset);

    private string Rewrite(string url) => AsciiOnly(_kind is { } kind ? References.Resolve(url, kind, _offset) : url);

    /// <summary>
    /// Percent-encodes what is not ASCII, host names included, as the specification's reference does; the base class would
    /// write host names as the runtime's globalization mode makes them, which differs between processes.
    /// </summary>
    private static string AsciiOnly(string url)
    {
        if (Ascii.IsValid(url))
        {
            return url;
        }

        var ascii = new StringBuilder(url.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                ascii.Append((char)rune.Value);
                continue;
            }

            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                ascii.Append('%').Append(value.ToString("X2", null));
            }
        }

        return ascii.ToString();
    }
}
