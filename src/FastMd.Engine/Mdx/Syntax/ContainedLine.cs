using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A line of a document, seen from the lists, quotes and footnotes that may go on in it.</summary>
internal ref struct ContainedLine(string source, int position)
{
    private int _column;

    /// <summary>Where the line goes on.</summary>
    public int Position { get; private set; } = position;

    private readonly char Current => Position < source.Length ? source[Position] : '\n';

    private readonly bool IsBlank
    {
        get
        {
            var rest = source.AsSpan(Position).TrimStart(" \t");
            return rest.IsEmpty || rest[0] is '\n' or '\r';
        }
    }

    /// <summary>Passes the marks and the indentation of containers, outermost first. False where one of them does not go on.</summary>
    public bool TryEnter(List<Block> containers)
    {
        foreach (var container in containers)
        {
            var (position, column) = (Position, _column);
            if (!TryEnter(container))
            {
                (Position, _column) = (position, column);
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a list item, a quote or a footnote begins here.</summary>
    public readonly bool BeginsContainer()
    {
        var rest = source.AsSpan(Position).TrimStart(" \t");
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] == '>' || rest.StartsWith("[^"))
        {
            return true;
        }

        var marker = 0;
        while (marker < rest.Length && char.IsAsciiDigit(rest[marker]))
        {
            marker++;
        }

        var isMarker = marker > 0 ? marker < rest.Length && rest[marker] is '.' or ')' : rest[0] is '-' or '*' or '+';
        return isMarker && (marker + 1 >= rest.Length || rest[marker + 1] is ' ' or '\t');
    }

    private bool TryEnter(Block container)
    {
        switch (container)
        {
            case QuoteBlock:
                SkipSpace(int.MaxValue);
                if (Current != '>')
                {
                    return false;
                }

                Position++;
                _column++;
                SkipSpace(1);
                return true;
            case ListItemBlock item:
                return IsBlank || SkipSpace(Math.Abs(item.ColumnWidth));
            case FootnoteDefinition:
                return IsBlank || SkipSpace(4);
            default:
                return true;
        }
    }

    /// <summary>Skips so many columns of space. False where there are fewer.</summary>
    private bool SkipSpace(int columns)
    {
        for (; columns > 0 && Current is ' ' or '\t'; Position++)
        {
            var width = Current == '\t' ? 4 - (_column % 4) : 1;
            _column += width;
            columns -= width;
        }

        return columns <= 0;
    }
}
