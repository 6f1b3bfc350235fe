using FastMd.Engine.Documents;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FastMd.Cli.Terminal;

/// <summary>A table of which as many rows are shown as there is room for.</summary>
/// <param name="Heads">Its head, which names it.</param>
/// <param name="Lines">Its rows, the most important first.</param>
internal sealed record TerminalTable(string[] Heads, IReadOnlyList<string[]> Lines)
{
    private static readonly Style HeadLook = new(Color.Grey);

    // A blank line and the head.
    private const int LinesAround = 2;

    // Fewer columns of words say nothing.
    private const int LeastWords = 8;

    // Between two columns.
    private const int Gap = 2;

    // What comes first gets as many at first; then each one more in turn.
    private const int FirstRows = 3;

    /// <summary>The tables that fit, in their order, each with as many rows as fit.</summary>
    /// <param name="tables">All of them, the most important first.</param>
    /// <param name="room">Lines that there are.</param>
    /// <param name="width">Columns that there are.</param>
    public static IEnumerable<IRenderable> Fitting(IEnumerable<TerminalTable> tables, int room, int width)
    {
        var shown = new List<(TerminalTable Table, int Rows)>();
        foreach (var table in tables.Where(static table => table.Lines.Count > 0))
        {
            if (room > LinesAround)
            {
                var rows = Math.Min(Math.Min(FirstRows, table.Lines.Count), room - LinesAround);
                shown.Add((table, rows));
                room -= rows + LinesAround;
            }
        }

        for (var hasGrown = true; hasGrown;)
        {
            hasGrown = false;
            for (var i = 0; i < shown.Count && room > 0; i++)
            {
                if (shown[i].Rows < shown[i].Table.Lines.Count)
                {
                    shown[i] = (shown[i].Table, shown[i].Rows + 1);
                    room--;
                    hasGrown = true;
                }
            }
        }

        return shown.SelectMany(each => (IRenderable[])[Text.Empty, each.Table.Render(each.Rows, width)]);
    }

    private Grid Render(int rows, int width)
    {
        var cells = Lines.Take(rows).Select(static line => line.Select(OneLine.Of).ToArray()).Prepend(Heads).ToList();
        var widths = Widths(cells, width);
        var grid = new Grid();
        for (var i = 0; i < widths.Length; i++)
        {
            grid.AddColumn(new GridColumn { NoWrap = true, Width = widths[i], Padding = new(0, 0, Gap, 0), Alignment = IsFigure(i) ? Justify.Right : Justify.Left });
        }

        foreach (var line in cells)
        {
            var look = ReferenceEquals(line, Heads) ? HeadLook : Style.Plain;
            grid.AddRow([.. line.Take(widths.Length).Select((cell, i) => (IRenderable)new Text(CellText.Cut(cell, widths[i]), look))]);
        }

        return grid;
    }

    /// <summary>
    /// Widths of the columns: each as wide as it needs to be; where that is too much, those of words get what figures leave them, and where nothing would be left
    /// the last columns are not shown.
    /// </summary>
    private int[] Widths(List<string[]> cells, int width)
    {
        var widths = Heads.Select((_, column) => cells.Max(line => CellText.Width(line[column]))).ToArray();
        while (widths.Length > 1 && widths.Select((needed, column) => IsFigure(column) ? needed : Math.Min(needed, LeastWords)).Sum() + (Gap * widths.Length) > width)
        {
            widths = widths[..^1];
        }

        var room = width - widths.Where((_, column) => IsFigure(column)).Sum() - (Gap * widths.Length);
        var words = Enumerable.Range(0, widths.Length).Where(column => !IsFigure(column)).OrderBy(column => widths[column]).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            widths[words[i]] = Math.Max(1, Math.Min(widths[words[i]], room / (words.Count - i)));
            room -= widths[words[i]];
        }

        return widths;
    }

    // A column of figures is right-aligned, as long as all of it is figures.
    private bool IsFigure(int column) => column > 0 && Lines.All(line => line[column].Length == 0 || char.IsAsciiDigit(line[column][0]) || line[column][0] == '–');
}
