using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Lists;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A line of a document, seen from the lists, quotes and footnotes that may go on in it.</summary>
internal ref struct ContainedLine(string source, int position)
{
    private int _column;

    /// <summary>How many columns are left of a tab that has been passed.</summary>
    public int ColumnsLeft { get; private set; }

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

    /// <summary>What stands in it from there on, without indentation.</summary>
    public readonly ReadOnlySpan<char> Rest
    {
        get
        {
            var rest = source.AsSpan(Position);
            return (rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest).TrimStart(" \t");
        }
    }

    /// <summary>Passes the marks and the indentation of containers, outermost first. False where one of them does not go on.</summary>
    public bool TryEnter(List<Block> containers) => Enter(containers) is null;

    /// <summary>Passes the marks and the indentation of containers, outermost first.</summary>
    /// <returns>The first that does not go on; null where all do.</returns>
    public Block? Enter(List<Block> containers)
    {
        foreach (var container in containers)
        {
            var (position, column, left) = (Position, _column, ColumnsLeft);
            if (!TryEnter(container))
            {
                (Position, _column, ColumnsLeft) = (position, column, left);
                return container;
            }
        }

        return null;
    }

    /// <summary>Whether a list item, a quote or a footnote begins here.</summary>
    public readonly bool BeginsContainer() => BeginsContainer(Rest);

    /// <summary>Whether a list item, a quote or a footnote begins with a text.</summary>
    public static bool BeginsContainer(ReadOnlySpan<char> text)
        => text is ['>', ..]
            || ListMarker.Read(text) is not null
            || (FootnoteLabel.Read(text, out _) is > 0 and var length && length < text.Length && text[length] == ':');

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
                return SkipSpace(Math.Abs(item.ColumnWidth)) || IsBlank;
            case FootnoteDefinition:
                return IsBlank || SkipSpace(4);
            default:
                return true;
        }
    }

    /// <summary>Skips so many columns of space. False where there are fewer.</summary>
    private bool SkipSpace(int columns)
    {
        var passed = Math.Min(ColumnsLeft, columns);
        ColumnsLeft -= passed;
        columns -= passed;
        for (; columns > 0 && Current is ' ' or '\t'; Position++)
        {
            var width = Current == '\t' ? 4 - (_column % 4) : 1;
            _column += width;
            columns -= width;
            ColumnsLeft = Math.Max(0, -columns);
        }

        return columns <= 0;
    }
}

/// <summary>The lists, items, quotes and footnotes that something stands in.</summary>
internal static class Containers
{
    /// <summary>A container and those around it, outermost first, without the document; none at the top level.</summary>
    /// <param name="innermost">The container.</param>
    public static List<Block> UpTo(Block? innermost)
    {
        var containers = new List<Block>();
        for (var container = innermost; container is not null and not MarkdownDocument; container = container.Parent)
        {
            containers.Add(container);
        }

        containers.Reverse();
        return containers;
    }
}
