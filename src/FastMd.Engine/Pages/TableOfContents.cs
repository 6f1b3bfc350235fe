using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>
/// The headings of a page as nested lists of links, down to level 3. The title, which is the only heading of level 1 and the first of all,
/// stays out. A heading nests one level below the one before it, however many levels it skips.
/// </summary>
internal sealed class TableOfContents
{
    private const int DeepestLevel = 3;
    private const int FewestEntries = 2;

    private readonly List<Heading> _entries;

    public TableOfContents(IReadOnlyList<Heading> headings)
    {
        var beginsWithTitle = headings is [{ Level: 1 }, ..] && headings.Count(heading => heading.Level == 1) == 1;
        _entries = [.. headings.Skip(beginsWithTitle ? 1 : 0).Where(heading => heading is { Level: <= DeepestLevel, Id.Length: > 0, Text.Length: > 0 })];
    }

    /// <summary>Whether there is anything to choose from.</summary>
    public bool IsWorthShowing => _entries.Count >= FewestEntries;

    public void Write(TextWriter output)
    {
        if (!IsWorthShowing)
        {
            return;
        }

        // The level each open list stands for, the outermost first.
        var open = new List<int>();
        foreach (var entry in _entries)
        {
            if (open.Count == 0 || entry.Level > open[^1])
            {
                output.Write("<ul>\n");
                open.Add(entry.Level);
            }
            else
            {
                output.Write("</li>\n");
                while (open.Count > 1 && open[^2] >= entry.Level)
                {
                    CloseList(open, output);
                    output.Write("</li>\n");
                }

                open[^1] = entry.Level;
            }

            WriteLink(entry, output);
        }

        while (open.Count > 0)
        {
            output.Write("</li>\n");
            CloseList(open, output);
        }
    }

    private static void CloseList(List<int> open, TextWriter output)
    {
        output.Write("</ul>\n");
        open.RemoveAt(open.Count - 1);
    }

    private static void WriteLink(Heading entry, TextWriter output)
    {
        output.Write("<li><a href=\"#");
        HtmlText.Write(output, entry.Id);
        output.Write("\">");
        HtmlText.Write(output, entry.Text);
        output.Write("</a>");
    }
}
