using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// The text from a place on, as the block that holds it sees it: without the marks and the indentation of the lists and quotes around.
/// It is looked at a line at first, then at twice as many lines, so that what ends early costs little and what is long is read a few
/// times at most. At the top level it is the document itself.
/// </summary>
internal sealed class BlockText
{
    private readonly string _source;

    // Most tags and expressions end in the line they begin in, and at the top level: then none of these is needed.
    private List<Block>? _containers;
    private List<(int Start, int SourceStart)>? _lines;
    private StringBuilder? _stripped;
    private int _next;
    private int _step = 1;
    private bool _isOver;

    private BlockText(string source, int start)
    {
        _source = source;
        Text = source;
        Start = start;
        End = LineEnd(start);
        _next = AfterLineEnd(End);
    }

    /// <summary>The text seen.</summary>
    public string Text { get; private set; }

    /// <summary>Where it begins in <see cref="Text"/>.</summary>
    public int Start { get; private set; }

    /// <summary>Where what is seen of it ends.</summary>
    public int End { get; private set; }

    /// <summary>The line after the last one, in the document, if it has left a list or quote without ending it; negative otherwise.</summary>
    public int LazyLine { get; private set; } = -1;

    public static BlockText At(BlockProcessor processor)
    {
        var text = new BlockText(MdxContext.Of(processor).Source, processor.Start);

        // It may begin where a line could go on with a paragraph outside its list or quote; the next lines have to be in it.
        var paragraph = processor.CurrentBlock as ParagraphBlock;
        var container = paragraph is { Parent.IsOpen: false } ? paragraph.Parent : processor.GetCurrentContainerOpened();
        text._containers = container is null or MarkdownDocument ? null : Containers.UpTo(container);
        return text;
    }

    /// <summary>The place of an offset in the document.</summary>
    public int SourceOffset(int offset)
    {
        if (_lines is null)
        {
            return offset;
        }

        var line = _lines.BinarySearch((offset, int.MaxValue));
        var (start, sourceStart) = _lines[Math.Max(~line - 1, 0)];

        // The end of what has more lines is where the next block begins.
        return offset == End && _isOver ? _next : offset - start + sourceStart;
    }

    /// <summary>Sees more lines. False where there are none.</summary>
    public bool Extend()
    {
        if (_isOver)
        {
            return false;
        }

        var before = End;
        if (_containers is null)
        {
            ExtendDirectly();
            return End > before;
        }

        ExtendStripped(_containers);
        return true;
    }

    private void ExtendDirectly()
    {
        for (var i = 0; i < _step && !_isOver; i++)
        {
            // A line ending at the very end belongs to the text: what is missing is missing after it.
            _isOver = _next == _source.Length;
            End = _isOver ? _source.Length : LineEnd(_next);
            _next = AfterLineEnd(End);
        }

        _step *= 2;
    }

    private void ExtendStripped(List<Block> containers)
    {
        _lines ??= [(0, Start)];
        _stripped ??= new(_source, Start, End - Start, capacity: 0);
        for (var i = 0; i < _step && !_isOver; i++)
        {
            AppendLine(containers, _lines, _stripped);
        }

        _step *= 2;
        Text = _stripped.ToString();
        Start = 0;
        End = Text.Length;
    }

    private void AppendLine(List<Block> containers, List<(int Start, int SourceStart)> lines, StringBuilder stripped)
    {
        var isAtEnd = _next == _source.Length && End == _source.Length;
        var line = new ContainedLine(_source, _next);
        if (isAtEnd || !line.TryEnter(containers))
        {
            _isOver = true;
            LazyLine = isAtEnd || line.BeginsContainer() ? -1 : line.Position;
            return;
        }

        var end = LineEnd(line.Position);
        stripped.Append('\n');
        lines.Add((stripped.Length, line.Position - line.ColumnsLeft));
        stripped.Append(' ', line.ColumnsLeft).Append(_source.AsSpan(line.Position, end - line.Position));
        _isOver = _next == _source.Length;
        var start = _next;
        _next = AfterLineEnd(end);
        if (_next == _source.Length && end == _next)
        {
            // Of a last line that holds nothing the reference sees no more than its beginning.
            _isOver = true;
            _next = line.Position == end ? start : end;
        }
    }

    private int LineEnd(int start) => _source.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var end ? start + end : _source.Length;

    private int AfterLineEnd(int end)
    {
        if (end == _source.Length)
        {
            return end;
        }

        return _source[end] == '\r' && end + 1 < _source.Length && _source[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
