using FastMd.Engine.Markdown.Directives;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.Mathematics;
using FastMd.Engine.Markdown.Shortcodes;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown;

/// <summary>Adds to a pipeline what <see cref="SyntaxExtensions"/> names.</summary>
/// <param name="extensions">The extensions.</param>
/// <param name="isMdx">Whether the pipeline reads MDX: braces are JavaScript, and indentation makes no code.</param>
internal sealed class AuthoringExtension(SyntaxExtensions extensions, bool isMdx = false) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var blocks = pipeline.BlockParsers;
        var inlines = pipeline.InlineParsers;
        if (Has(SyntaxExtensions.Math))
        {
            blocks.InsertBefore<ParagraphBlockParser>(new MathBlockParser(hasIndentedCode: !isMdx));
            blocks.Find<FencedCodeBlockParser>()!.Closed += MathFence.Convert;
            inlines.Add(new MathSpanParser());
        }

        if (Has(SyntaxExtensions.Emoji))
        {
            inlines.Add(new ShortcodeParser());
        }

        if (Has(SyntaxExtensions.Alerts))
        {
            inlines.InsertBefore<BracketParser>(new GitHubAlertParser());
        }

        if (Has(SyntaxExtensions.HeadingIds))
        {
            CustomHeadingId.TakeIn(blocks, isMdx);
        }

        if (Has(SyntaxExtensions.Directives))
        {
            blocks.InsertBefore<ParagraphBlockParser>(new DirectiveParser(hasIndentedCode: !isMdx));
        }

        if (Has(SyntaxExtensions.MkDocs))
        {
            blocks.InsertBefore<ParagraphBlockParser>(new MkDocsBlockParser());
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = renderer.ObjectRenderers;
        if (Has(SyntaxExtensions.Math))
        {
            // Before that of fenced code, which Markdig takes math for.
            renderers.Insert(0, new MathBlockRenderer());
            renderers.Add(new MathSpanRenderer());
        }

        if (Has(SyntaxExtensions.Alerts))
        {
            renderers.InsertBefore<QuoteBlockRenderer>(new GitHubAlertRenderer());
        }

        if (Has(SyntaxExtensions.Directives) || Has(SyntaxExtensions.MkDocs))
        {
            renderers.Add(new DirectiveRenderer());
        }
    }

    private bool Has(SyntaxExtensions extension) => extensions.HasFlag(extension);
}
