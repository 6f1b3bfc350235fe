using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>A block of a page.</summary>
internal abstract class Block;

/// <summary>A paragraph.</summary>
internal sealed class ParagraphBlock : Block
{
    public StyledText Text { get; } = new();

    /// <summary>Size of its font, in points.</summary>
    public float Size { get; init; }

    /// <summary>Whether its first line stands further right than the others.</summary>
    public bool IsIndented { get; set; }

    /// <summary>Whether its last line reaches the right side of its column.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether it is small text at the foot of a page.</summary>
    public bool IsFootnote { get; set; }

    public bool IsMonospaced { get; init; }
}

/// <summary>A heading.</summary>
/// <param name="level">1 to 6.</param>
internal sealed class HeadingBlock(int level) : Block
{
    public int Level => level;

    public StyledText Text { get; } = new();
}

/// <summary>A list; items that are deeper have a higher level.</summary>
internal sealed class ListBlock : Block
{
    public List<ItemBlock> Items { get; } = [];
}

/// <summary>An item of a list.</summary>
/// <param name="level">0 for the outermost items.</param>
/// <param name="number">Its number; null for none.</param>
internal sealed class ItemBlock(int level, int? number)
{
    public int Level => level;

    public int? Number => number;

    public StyledText Text { get; } = new();

    /// <summary>Whether its last line reaches the right side of its column.</summary>
    public bool IsFull { get; set; }
}

/// <summary>A table.</summary>
/// <param name="table">The table.</param>
internal sealed class TableBlock(GridTable table) : Block
{
    public GridTable Table => table;

    public List<List<StyledText>> Rows { get; } = [];
}

/// <summary>Code.</summary>
internal sealed class CodeBlock : Block
{
    public List<string> Lines { get; } = [];
}
