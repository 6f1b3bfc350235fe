using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>Blank lines in lists.</summary>
internal static class BlankLines
{
    /// <summary>Takes the blank lines out of a list that ends. One between items, or between what is in an item, makes it loose.</summary>
    public static void Remove(ListBlock list)
    {
        // One at the end of a list in an item counts for the list around it.
        if (list is { Parent: ListItemBlock around, LastChild: ListItemBlock { LastChild: BlankLineBlock } })
        {
            around.Add(new BlankLineBlock());
        }

        for (var i = 0; i < list.Count; i++)
        {
            var item = (ListItemBlock)list[i];
            list.IsLoose |= IsLoose(item, isLast: i == list.Count - 1);
            Remove(item);
        }
    }

    /// <summary>Takes the blank lines out of an item, all at once: to take out one moves all that is after it.</summary>
    public static void Remove(ListItemBlock item)
    {
        // Most have them at the end.
        while (item.LastChild is BlankLineBlock)
        {
            item.RemoveAt(item.Count - 1);
        }

        if (!item.Any(static block => block is BlankLineBlock))
        {
            return;
        }

        Block[] kept = [.. item.Where(static block => block is not BlankLineBlock)];
        item.Clear();
        foreach (var block in kept)
        {
            item.Add(block);
        }
    }

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
