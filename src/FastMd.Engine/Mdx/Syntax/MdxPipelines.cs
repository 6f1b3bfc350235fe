using System.Collections.Concurrent;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Delimiters;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Markdown.Gfm.Tasks;
using FastMd.Engine.Markdown.Html;
using FastMd.Engine.Markdown.Lists;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>The immutable Markdig pipelines documents are read with, shared by all threads.</summary>
internal static class MdxPipelines
{
    private static readonly ConcurrentDictionary<(bool IsMdx, bool IsFlat, SyntaxExtensions Extensions), Lazy<MarkdownPipeline>> Pipelines = new();

    /// <summary>What a document is read with.</summary>
    /// <param name="isMdx">Whether it is MDX; else Markdown.</param>
    /// <param name="isFlat">
    /// Whether there are no quotes, lists and footnotes in it: the reference looks for none after a beginning that could be front matter.
    /// </param>
    /// <param name="extensions">What there may be in it besides.</param>
    public static MarkdownPipeline Of(bool isMdx, bool isFlat, SyntaxExtensions extensions)
        => Pipelines.GetOrAdd((isMdx, isFlat, extensions), static key => new(() => Build(key.IsMdx, key.IsFlat, key.Extensions))).Value;

    private static MarkdownPipeline Build(bool isMdx, bool isFlat, SyntaxExtensions extensions)
    {
        var builder = isMdx ? MdxBuilder() : MarkdownBuilder();
        if (isFlat)
        {
            builder.BlockParsers.RemoveAll(static parser => parser is QuoteBlockParser or ListParser or FootnoteDefinitionParser);
        }

        if (extensions != SyntaxExtensions.None)
        {
            builder.Use(new AuthoringExtension(extensions, isMdx));
        }

        return builder.Build();
    }

    private static MarkdownPipelineBuilder MdxBuilder()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = Nesting.Deepest * 2 };
        var blocks = builder.BlockParsers;
        blocks.Clear();
        blocks.AddRange(
        [
            new FrontMatterParser(),
            new PlainTextParser(),
            new Nesting(),
            new MdxModuleParser(),
            new MdxFlowParser(),
            new FootnoteDefinitionParser(hasIndentedCode: false),
            new ThematicLineParser(hasIndentedCode: false),
            new FreeHeadingParser(),
            new FreeQuoteParser(),
            new FreeListParser(),
            new FreeFencedCodeParser(),
            new TableHeadParser(hasIndentedCode: false, PipeEscape.Paired),
            new TableRowParser(),
            new FreeParagraphParser(),
        ]);

        var inlines = builder.InlineParsers;
        blocks.Find<HeadingBlockParser>()!.Closed += SingleLine.Fit;
        inlines.RemoveAll(static parser => parser is AutolinkInlineParser);
        inlines.Insert(0, new MdxTagParser());
        inlines.Insert(0, new MdxExpressionParser());
        AddInlines(builder);
        return builder;
    }

    private static MarkdownPipelineBuilder MarkdownBuilder()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = Nesting.Deepest * 2 };
        var blocks = builder.BlockParsers;
        blocks.Replace<ParagraphBlockParser>(new FoldingParagraphParser());
        blocks.Replace<ListBlockParser>(new ListParser(hasIndentedCode: true));
        blocks.Replace<ThematicBreakParser>(new ThematicLineParser(hasIndentedCode: true));
        blocks.Find<HeadingBlockParser>()!.Closed += SingleLine.Fit;
        blocks.Insert(0, new Nesting());
        blocks.Insert(0, new FrontMatterParser());
        blocks.Insert(1, new FootnoteDefinitionParser(hasIndentedCode: true));
        blocks.InsertBefore<ParagraphBlockParser>(new TableHeadParser(hasIndentedCode: true, PipeEscape.Paired));
        blocks.InsertBefore<ParagraphBlockParser>(new TableRowParser());
        builder.InlineParsers.Replace<AutolinkInlineParser>(new AngleBracketParser());
        AddInlines(builder);
        return builder;
    }

    private static void AddInlines(MarkdownPipelineBuilder builder)
    {
        var inlines = builder.InlineParsers;
        inlines.Replace<CodeInlineParser>(new IndentedCodeInlineParser());
        inlines.Replace<HtmlEntityParser>(new CharacterReferenceParser());
        inlines.Replace<LinkInlineParser>(new BracketParser(mayStandBeforeBracket: false));
        inlines.Insert(0, new LiteralAutolinkParser());
        inlines.InsertBefore<BracketParser>(new TaskMarkerParser(mayEndLine: true));
        inlines.InsertBefore<BracketParser>(new FootnoteReferenceParser());
        inlines.Replace<EmphasisInlineParser>(new StrikethroughEmphasisParser(EmphasisRules.Mdx));
    }
}
