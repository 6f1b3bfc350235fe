using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>Writes alerts. Where the line of its kind was all of the first paragraph, nothing is left of that.</summary>
internal sealed class GitHubAlertRenderer : AlertBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, AlertBlock alert)
    {
        if (alert[0] is ParagraphBlock { Inline.FirstChild: null })
        {
            alert.RemoveAt(0);
        }

        base.Write(renderer, alert);
    }
}
