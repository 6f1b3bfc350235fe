using FastMd.Engine.Markdown.Delimiters;
using FastMd.Engine.Markdown.Gfm.Autolinks;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Markdown.Gfm.Tasks;
using FastMd.Engine.Markdown.Html;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>What GitHub Flavored Markdown has besides CommonMark.</summary>
internal sealed class GfmExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var blocks = pipeline.BlockParsers;
        blocks.Replace<StrictHtmlBlockParser>(new LazyHtmlBlockParser());
        blocks.Insert(0, new FootnoteDefinitionParser(hasIndentedCode: true));
        blocks.Insert(1, new EmptyTaskParser());
        blocks.InsertBefore<ParagraphBlockParser>(new TableHeadParser(hasIndentedCode: true, PipeEscape.Removed));
        blocks.InsertBefore<ParagraphBlockParser>(new TableRowParser());

        var inlines = pipeline.InlineParsers;
        var signs = new AtSignParser();
        inlines.Insert(0, signs);
        inlines.Insert(0, new UrlAutolinkParser());
        inlines.InsertBefore<BracketParser>(new TaskMarkerParser());
        inlines.InsertBefore<BracketParser>(new FootnoteReferenceParser());
        inlines.Replace<EmphasisParser>(new StrikethroughEmphasisParser(EmphasisRules.GitHub));

        // Last: it searches the text that is left.
        inlines.Add(new EmailAutolinkParser(signs));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = renderer.ObjectRenderers;
        renderers.Add(new PipeTableRenderer());
        renderers.Add(new TaskMarkerRenderer());
        renderers.Add(new FootnoteDefinitionRenderer());
        renderers.Add(new FootnoteReferenceRenderer());
        renderers.Add(new FootnoteBackLinksRenderer());

        var emphasis = renderers.FindExact<EmphasisInlineRenderer>()!;
        var tagOf = emphasis.GetTag;
        emphasis.GetTag = inline => inline.DelimiterChar is '~' or StrikethroughEmphasisParser.TwoTildes ? "del" : tagOf(inline);
    }
}
