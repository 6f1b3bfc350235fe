namespace FastMd.Engine.Reports.Html;

/// <summary>Rows of data. On a narrow screen each becomes a small card, so every cell knows its heading.</summary>
internal static class Table
{
    public static void Write<T>(Markup page, IEnumerable<T> rows, params IReadOnlyList<Column<T>> columns)
    {
        using var table = page.Open("table");
        using (page.Open("thead"))
        {
            using (page.Open("tr"))
            {
                foreach (var column in columns)
                {
                    page.Element("th", column.Heading, ("scope", "col"), ("class", column.Class));
                }
            }
        }

        using (page.Open("tbody"))
        {
            foreach (var row in rows)
            {
                Row(page, row, columns);
            }
        }
    }

    private static void Row<T>(Markup page, T row, IReadOnlyList<Column<T>> columns)
    {
        using var line = page.Open("tr");
        foreach (var column in columns)
        {
            using (page.Open("td", ("data-label", column.Heading), ("class", column.Class)))
            {
                column.Cell(page, row);
            }
        }
    }
}
