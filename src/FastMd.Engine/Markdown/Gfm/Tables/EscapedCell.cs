using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>
/// The content of a cell with pipes behind backslashes. The backslash protects the pipe from the table only: inside a code span it would
/// be content, so it is taken out before the content is read.
/// </summary>
internal sealed class EscapedCell : ParagraphBlock
{
    private const string EscapedPipe = "\\|";

    private readonly int _start;
    private readonly List<int> _pipes = [];

    public EscapedCell(StringSlice source)
    {
        _start = source.Start;
        var rest = source.AsSpan();
        for (var at = rest.IndexOf(EscapedPipe); at >= 0; at = rest.IndexOf(EscapedPipe))
        {
            _pipes.Add((_pipes.Count == 0 ? 0 : _pipes[^1] + 1) + at);
            rest = rest[(at + EscapedPipe.Length)..];
        }

        Lines = new(1);
        Lines.Add(new StringSlice(source.ToString().Replace(EscapedPipe, "|", StringComparison.Ordinal)));
    }

    public static bool Fits(StringSlice source) => source.AsSpan().Contains(EscapedPipe, StringComparison.Ordinal);

    /// <summary>The place in the source of an offset in the text of the block at hand, be it such a cell or not.</summary>
    public static int Position(InlineProcessor processor, int offset)
        => processor.Block is EscapedCell cell ? cell.SourceOffset(offset) : processor.GetSourcePosition(offset);

    /// <summary>The offset in the source of an offset in the content.</summary>
    public int SourceOffset(int offset)
    {
        var before = _pipes.BinarySearch(offset);
        return _start + offset + (before < 0 ? ~before : before);
    }
}

/// <summary>What a backslash before a pipe does in a table.</summary>
internal enum PipeEscape
{
    /// <summary>As on GitHub: it goes before the cell is read, be it in code or not, and whatever stands before it.</summary>
    Removed,

    /// <summary>As in the reference of MDX: backslashes come in pairs, and the cell is read with those that are in it.</summary>
    Paired,
}
