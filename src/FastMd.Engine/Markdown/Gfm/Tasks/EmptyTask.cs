using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tasks;

/// <summary>A list item that begins with the marker of a task and nothing after it in its line, as GitHub has it: the item is empty, but for its check box.</summary>
internal static class EmptyTask
{
    private static readonly object Key = new();

    /// <summary>Makes an item such a task.</summary>
    public static void Mark(ListItemBlock item, bool isChecked) => item.SetData(Key, isChecked);

    /// <summary>Whether the box is checked; null where the item is no such task.</summary>
    public static bool? Of(ListItemBlock item) => (bool?)item.GetData(Key);
}
