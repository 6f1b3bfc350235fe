using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>Blank lines in lists.</summary>
internal static class BlankLines
{
    /// <summary>Takes the blank lines out of a list that ends. One between items, or between what is in an item, makes it loose.</summary>
    public static void Remove(ListBlock list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var item = (ListItemBlock)list[i];
            list.IsLoose |= IsLoose(item, isLast: i == list.Count - 1);
            Remove(item);
        }
    }

    /// <summary>One at the end of a list in an item counts for the list around it.</summary>
    public static void HandOn(ListBlock list)
    {
        if (list is { Parent: ListItemBlock around, LastChild: ListItemBlock { LastChild: BlankLineBlock } })
        {
            around.Add(new BlankLineBlock());
        }
    }

    /// <summary>Takes the blank lines out of an item, all at once: to take out one moves all that is after it.</summary>
    private static void Remove(ListItemBlock item)
    {
        // Most have them at the end.
        while (IsNothing(item.LastChild))
        {
            item.RemoveAt(item.Count - 1);
        }

        if (!item.Any(IsNothing))
        {
            return;
        }

        Block[] kept = [.. item.Where(static block => !IsNothing(block))];
        item.Clear();
        foreach (var block in kept)
        {
            item.Add(block);
        }
    }

    private static bool IsNothing(Block? block) => block is BlankLineBlock or RemovedBlock;

    private static bool IsLoose(ListItemBlock item, bool isLast)
    {
        var isAtEnd = true;
        for (var i = item.Count - 1; i >= 0; i--)
        {
            if (item[i] is not BlankLineBlock)
            {
                isAtEnd = false;
            }
            else if (isAtEnd ? !isLast : i > 0)
            {
                return true;
            }
        }

        return false;
    }
}
