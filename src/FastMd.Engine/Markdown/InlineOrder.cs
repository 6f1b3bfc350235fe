using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>Walks inlines in reading order without recursion: they may nest deeper than a stack is.</summary>
internal static class InlineOrder
{
    /// <summary>The inline after one; null at the end.</summary>
    /// <param name="root">The container walked.</param>
    /// <param name="current">Where the walk is.</param>
    /// <param name="enters">Whether what the current one contains is walked too.</param>
    public static Inline? Next(ContainerInline root, Inline current, bool enters = true)
    {
        if (enters && current is ContainerInline { FirstChild: { } child })
        {
            return child;
        }

        for (var from = current; from is not null && from != root; from = from.Parent)
        {
            if (from.NextSibling is { } next)
            {
                return next;
            }
        }

        return null;
    }
}
