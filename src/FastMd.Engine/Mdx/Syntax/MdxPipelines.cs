using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Gfm.Autolinks;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Markdown.Gfm.Tasks;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>The two immutable Markdig pipelines documents are read with, shared by all threads.</summary>
internal static class MdxPipelines
{
    private static readonly Lazy<MarkdownPipeline> LazyMdx = new(BuildMdx);
    private static readonly Lazy<MarkdownPipeline> LazyMarkdown = new(BuildMarkdown);

    /// <summary>Reads MDX.</summary>
    public static MarkdownPipeline Mdx => LazyMdx.Value;

    /// <summary>Reads Markdown.</summary>
    public static MarkdownPipeline Markdown => LazyMarkdown.Value;

    private static MarkdownPipeline BuildMdx()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        var blocks = builder.BlockParsers;
        blocks.Clear();
        blocks.AddRange(
        [
            new FrontMatterParser(),
            new PlainTextParser(),
            new MdxModuleParser(),
            new MdxFlowParser(),
            new FootnoteDefinitionParser(hasIndentedCode: false),
            new FreeThematicBreakParser(),
            new FreeHeadingParser(),
            new FreeQuoteParser(),
            new FreeListParser(),
            new FreeFencedCodeParser(),
            new TableHeadParser(hasIndentedCode: false),
            new TableRowParser(),
            new FreeParagraphParser(),
        ]);

        var inlines = builder.InlineParsers;
        inlines.RemoveAll(static parser => parser is AutolinkInlineParser);
        inlines.Insert(0, new MdxTagParser());
        inlines.Insert(0, new MdxExpressionParser());
        AddInlines(builder);
        return builder.Build();
    }

    private static MarkdownPipeline BuildMarkdown()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        var blocks = builder.BlockParsers;
        blocks.Replace<ParagraphBlockParser>(new FoldingParagraphParser());
        blocks.Insert(0, new FrontMatterParser());
        blocks.Insert(1, new FootnoteDefinitionParser(hasIndentedCode: true));
        blocks.InsertBefore<ParagraphBlockParser>(new TableHeadParser());
        blocks.InsertBefore<ParagraphBlockParser>(new TableRowParser());
        AddInlines(builder);
        return builder.Build();
    }

    private static void AddInlines(MarkdownPipelineBuilder builder)
    {
        var inlines = builder.InlineParsers;
        inlines.Replace<LinkInlineParser>(new BracketParser());
        inlines.Insert(0, new UrlAutolinkParser(isGitHub: false));
        inlines.InsertBefore<LinkInlineParser>(new TaskMarkerParser());
        inlines.InsertBefore<LinkInlineParser>(new FootnoteReferenceParser());
        inlines.Replace<EmphasisInlineParser>(new StrikethroughEmphasisParser());

        // Last: it searches the text that is left.
        inlines.Add(new EmailAutolinkParser());
    }
}
