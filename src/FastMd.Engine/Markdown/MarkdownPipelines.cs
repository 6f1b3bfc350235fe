using System.Collections.Concurrent;
using FastMd.Engine.Configuration;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Markdown.Delimiters;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Html;
using FastMd.Engine.Markdown.Lists;
using FastMd.Engine.Telemetry;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>One immutable Markdig pipeline per option set, built on first use and shared by all threads.</summary>
internal static class MarkdownPipelines
{
    private static readonly ConcurrentDictionary<MarkdownOptions, Lazy<MarkdownPipeline>> Pipelines = new();

    public static CacheCounter Counter { get; } = new("pipelines");

    /// <summary>Pipelines there are.</summary>
    public static int Count => Pipelines.Count;

    public static MarkdownPipeline For(MarkdownOptions options)
    {
        Counter.Count(Pipelines.ContainsKey(options));
        return Pipelines.GetOrAdd(options, static key => new(() => Build(key))).Value;
    }

    private static MarkdownPipeline Build(MarkdownOptions options)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = Nesting.Deepest * 2 };
        builder.BlockParsers.Replace<ParagraphBlockParser>(new FoldingParagraphParser());
        builder.BlockParsers.Replace<HtmlBlockParser>(new StrictHtmlBlockParser());
        builder.BlockParsers.Replace<FencedCodeBlockParser>(new FencedCodeParser());
        builder.BlockParsers.Replace<IndentedCodeBlockParser>(new IndentedCodeParser());
        builder.BlockParsers.Replace<ListBlockParser>(new ListParser(hasIndentedCode: true));
        builder.BlockParsers.Replace<ThematicBreakParser>(new ThematicLineParser(hasIndentedCode: true));
        builder.BlockParsers.Find<HeadingBlockParser>()!.Closed += SingleLine.Fit;
        builder.BlockParsers.Insert(0, new Nesting());
        builder.InlineParsers.Replace<LinkInlineParser>(new BracketParser());
        builder.InlineParsers.Replace<EmphasisInlineParser>(new EmphasisParser(EmphasisRules.CommonMark));
        builder.InlineParsers.Replace<CodeInlineParser>(new CodeSpanParser());
        builder.InlineParsers.Replace<AutolinkInlineParser>(new AngleBracketParser());
        if (options.Flavor == MarkdownFlavor.Gfm)
        {
            builder.Use(new GfmExtension());
        }

        if (options.UsedExtensions is not SyntaxExtensions.None and var extensions)
        {
            builder.Use(new AuthoringExtension(extensions));
        }

        if (options.RawHtml == RawHtmlHandling.Escape)
        {
            builder.DisableHtml();
        }

        return builder.Build();
    }
}

/// <summary>What decides a Markdown document's output, besides its text.</summary>
/// <param name="Flavor">Which Markdown it is read as.</param>
/// <param name="RawHtml">What becomes of HTML written in it.</param>
/// <param name="Extensions">What it may have besides; null for what belongs to the flavor: alerts, in GitHub's.</param>
public sealed record MarkdownOptions(
    MarkdownFlavor Flavor = MarkdownFlavor.Gfm,
    RawHtmlHandling RawHtml = RawHtmlHandling.Allow,
    SyntaxExtensions? Extensions = null)
{
    /// <summary>How code blocks are written.</summary>
    public CodeOptions Code { get; init; } = new();

    internal SyntaxExtensions UsedExtensions
        => Extensions ?? (Flavor == MarkdownFlavor.Gfm ? SyntaxExtensions.Alerts : SyntaxExtensions.None);
}
