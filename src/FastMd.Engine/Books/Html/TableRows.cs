using System.Globalization;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="IsHead">Whether it heads the columns.</param>
internal sealed record TableRow(List<TableCell> Cells, bool IsHead);

/// <summary>A cell of a table.</summary>
internal sealed record TableCell(bool IsHead, List<Node> Content, int RowSpan, int ColumnSpan, ColumnSide Side)
{
    /// <summary>Whether Markdown can say as much.</summary>
    public bool FitsMarkdown => RowSpan == 1 && ColumnSpan == 1 && Content.TrueForAll(static block => block is Paragraph);

    /// <summary>Whether there is something in it that HTML has no marks for.</summary>
    public bool NeedsMarkdown => Walk.All(Content).Any(static node => node is FootnoteMark or MathSpan or MathNode);

    /// <summary>Whether it holds what no table of data does.</summary>
    public bool IsLarge => Content.Exists(static block => block is HeadingNode or TableNode) || Content.Exists(static block => block is HtmlNode html && html.Text.StartsWith("<table", StringComparison.Ordinal));
}

/// <summary>Reads the rows of a table.</summary>
internal static class TableRows
{
    // No table that is read has more columns; a span that says so would take memory for nothing.
    private const int WidestSpan = 100;

    // Beyond that every cell has one place.
    private const int WidestGrid = 200;

    /// <summary>The rows of a table that hold cells.</summary>
    public static List<TableRow> Of(MarkupConverter converter, MarkupElement table, Flow flow)
    {
        var rows = new List<TableRow>();
        foreach (var row in RowsOf(table))
        {
            var cells = new List<TableCell>();
            converter.AddAnchor(row.Parent!);
            converter.AddAnchor(row);
            foreach (var cell in row.Elements)
            {
                var inner = new Flow(converter.Anchors, outer: flow);
                converter.Add(cell, inner);
                inner.EndParagraph();
                if (cell.Name is "td" or "th")
                {
                    cells.Add(new(cell.Name == "th", inner.Blocks, SpanOf(cell, "rowspan"), SpanOf(cell, "colspan"), SideOf(cell)));
                }
                else if (inner.Blocks.Count > 0)
                {
                    cells.Add(new(false, inner.Blocks, 1, 1, ColumnSide.None));
                }
            }

            if (cells.Count > 0)
            {
                var isHead = rows.Count == 0 && (row.Parent is { Name: "thead" } || cells.TrueForAll(static cell => cell.IsHead));
                rows.Add(new(cells, isHead));
            }
        }

        return rows;
    }

    /// <summary>The cells by columns; where one spans others, those are empty.</summary>
    public static List<List<TableCell?>> GridOf(List<TableRow> rows)
    {
        var grid = new List<List<TableCell?>>();
        var taken = new List<int>();
        foreach (var row in rows)
        {
            var line = new List<TableCell?>();
            foreach (var cell in row.Cells)
            {
                SkipTaken(line, taken);
                if (line.Count >= WidestGrid)
                {
                    line.Add(cell);
                    continue;
                }

                for (var i = 0; i < cell.ColumnSpan; i++)
                {
                    while (taken.Count <= line.Count)
                    {
                        taken.Add(0);
                    }

                    taken[line.Count] = cell.RowSpan - 1;
                    line.Add(i == 0 ? cell : null);
                }
            }

            SkipTaken(line, taken);
            for (var column = line.Count; column < taken.Count; column++)
            {
                taken[column] = Math.Max(0, taken[column] - 1);
            }

            grid.Add(line);
        }

        return grid;
    }

    private static void SkipTaken(List<TableCell?> line, List<int> taken)
    {
        while (line.Count < taken.Count && taken[line.Count] > 0)
        {
            taken[line.Count]--;
            line.Add(null);
        }
    }

    private static IEnumerable<MarkupElement> RowsOf(MarkupElement table)
        => table.Elements.SelectMany(static child => child.Name switch
        {
            "tr" => [child],
            "thead" or "tbody" or "tfoot" => child.Elements.Where(static row => row.Name == "tr"),
            _ => [],
        });

    private static int SpanOf(MarkupElement cell, string name)
        => int.TryParse(cell[name], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WidestSpan) : 1;

    private static ColumnSide SideOf(MarkupElement cell)
    {
        var side = cell["align"] ?? (cell["style"] is { } style && style.IndexOf("text-align:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? style[(at + 11)..].TrimStart() : "");
        return side.StartsWith("left", StringComparison.OrdinalIgnoreCase) ? ColumnSide.Left
            : side.StartsWith("center", StringComparison.OrdinalIgnoreCase) ? ColumnSide.Center
            : side.StartsWith("right", StringComparison.OrdinalIgnoreCase) ? ColumnSide.Right
            : ColumnSide.None;
    }
}
