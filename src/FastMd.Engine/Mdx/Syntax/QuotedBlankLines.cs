using FastMd.Engine.Markdown.Lists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Blank lines at the end of a list in a quote. The reference counts them as the list's own, not as what stands around it: two make it
/// loose, and one does before another list, quote or footnote in that quote.
/// </summary>
internal static class QuotedBlankLines
{
    /// <summary>Whether a list stands in a quote.</summary>
    public static bool AreIn(ListBlock list)
    {
        Block? container = list.Parent;
        while (container is not null and not QuoteBlock)
        {
            container = container.Parent;
        }

        return container is not null;
    }

    /// <summary>Whether the blank lines at its end make a list loose.</summary>
    /// <param name="processor">What has just found the list's end.</param>
    /// <param name="list">The list.</param>
    /// <param name="last">Its last item, which ends with a blank line.</param>
    public static bool MakeLoose(BlockProcessor processor, ListBlock list, ListItemBlock last)
        => last is [.., BlankLineBlock, BlankLineBlock] || IsBeforeContainer(processor, list);

    private static bool IsBeforeContainer(BlockProcessor processor, ListBlock list)
    {
        var containers = Containers.UpTo(list.Parent);
        var line = new ContainedLine(MdxContext.Of(processor).Source, processor.CurrentLineStartPosition);
        var left = line.Enter(containers);
        var leavesQuote = left is not null && containers.FindLastIndex(static container => container is QuoteBlock) >= containers.IndexOf(left);
        return !leavesQuote && line.BeginsContainer()
            && !(left is ListItemBlock { Parent: ListBlock outer } && ListMarker.Read(line.Rest) is { } marker && marker.Continues(outer));
    }
}
