using System.Text;
using FastMd.Engine.Documents;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// An HTML renderer that serves one document after the other. Setting one up costs more than rendering a small document.
/// </summary>
internal sealed class ReusableHtmlRenderer : HtmlRenderer
{
    public ReusableHtmlRenderer(MarkdownPipeline pipeline)
        : base(TextWriter.Null)
    {
        ObjectRenderers.Replace<ListRenderer>(new SpecListRenderer());
        pipeline.Setup(this);
    }

    /// <summary>Renders one document. After an exception the renderer's state is unknown: do not use it again.</summary>
    public void Render(MarkdownDocument document, ILinkTargets links, TextWriter output)
    {
        Writer = output;
        LinkRewriter = url => AsciiOnly(links.Resolve(new(url)));
        previousWasLine = true;
        Render(document);
        Writer = TextWriter.Null;
        LinkRewriter = null;
    }

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
