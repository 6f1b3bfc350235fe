namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Counts what tells cells from columns of running text.</summary>
/// <param name="columns">How many columns there are.</param>
internal sealed class CellFacts(int columns)
{
    // Characters: lines of a column of text are longer, and cells beside one of text are shorter.
    private const int LongestCell = 42;
    private const int ShortCell = 26;

    private readonly int[] _cells = new int[columns];
    private readonly int[] _characters = new int[columns];
    private readonly int[] _numbers = new int[columns];
    private int _clashes;
    private int _all;

    public void Add(int column, Segment segment, bool isClash)
    {
        _cells[column]++;
        _characters[column] += segment.Length;
        _numbers[column] += IsNumber(segment) ? 1 : 0;
        _clashes += isClash ? 1 : 0;
        _all++;
    }

    /// <summary>Whether it is a table.</summary>
    /// <param name="rows">How many lines it has.</param>
    public bool IsTable(int rows)
    {
        if (_clashes > _all * 0.2)
        {
            return false;
        }

        var longer = 0;
        var longest = 0.0;
        var numeric = 0;
        var regular = 0;
        for (var i = 0; i < columns; i++)
        {
            var length = _cells[i] == 0 ? 0 : _characters[i] / (double)_cells[i];
            longest = Math.Max(longest, length);
            longer += length > ShortCell ? 1 : 0;
            numeric += _numbers[i] >= 0.6 * Math.Max(1, _cells[i]) ? 1 : 0;
            regular += _cells[i] * 2 >= rows ? 1 : 0;
        }

        // Names of authors stand side by side, too.
        var isFull = numeric > 0 || (rows >= 4 && _all >= 0.7 * rows * columns);
        return columns >= 3
            ? isFull && regular >= 2 && longer <= 1 && longest <= LongestCell * 1.6 && _all >= 0.45 * rows * columns
            : numeric >= 1 && longest <= LongestCell && regular == 2;
    }

    private static bool IsNumber(Segment segment)
    {
        var digits = 0;
        var all = 0;
        foreach (var piece in segment.Pieces)
        {
            foreach (var c in piece.Text)
            {
                digits += char.IsDigit(c) ? 1 : 0;
                all += c is ' ' or '.' or ',' or '%' or '$' or '€' or '-' or '–' or '±' ? 0 : 1;
            }
        }

        return digits > 0 && digits * 10 >= all * 7;
    }
}
