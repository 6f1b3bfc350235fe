using System.Collections.Concurrent;
using FastMd.Engine.Configuration;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace FastMd.Engine.Markdown;

/// <summary>One immutable Markdig pipeline per option set, built on first use and shared by all threads.</summary>
internal static class MarkdownPipelines
{
    private static readonly ConcurrentDictionary<MarkdownOptions, Lazy<MarkdownPipeline>> Pipelines = new();

    public static MarkdownPipeline For(MarkdownOptions options)
        => Pipelines.GetOrAdd(options, static key => new(() => Build(key))).Value;

    private static MarkdownPipeline Build(MarkdownOptions options)
    {
        var builder = new MarkdownPipelineBuilder();
        if (options.Flavor == MarkdownFlavor.Gfm)
        {
            builder
                .UsePipeTables()
                .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
                .UseTaskLists()
                .UseAutoLinks()
                .UseFootnotes()
                .UseAlertBlocks();
        }

        if (options.RawHtml == RawHtmlHandling.Escape)
        {
            builder.DisableHtml();
        }

        return builder.Build();
    }
}
