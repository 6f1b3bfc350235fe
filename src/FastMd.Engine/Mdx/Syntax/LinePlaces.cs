using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Where the lines of a block's text stand in the document. Markdig goes through all lines before for each place that is not further on
/// than the last one asked for; here they are gone through once.
/// </summary>
internal sealed class LinePlaces
{
    private readonly List<int> _starts = [];
    private readonly List<int> _places = [];
    private ContainerInline? _root;

    /// <summary>The place of an offset in a text of several lines.</summary>
    public int Of(InlineProcessor processor, string text, int offset)
    {
        if (!ReferenceEquals(_root, processor.Root))
        {
            _root = processor.Root;
            Read(processor, text);
        }

        var line = _starts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return _places[line] + offset - _starts[line];
    }

    private void Read(InlineProcessor processor, string text)
    {
        _starts.Clear();
        _places.Clear();
        for (var start = 0; ; start = EndOf(text, start))
        {
            _starts.Add(start);
            _places.Add(processor.GetSourcePosition(start));
            if (text.AsSpan(start).IndexOfAny('\r', '\n') < 0)
            {
                return;
            }
        }
    }

    private static int EndOf(string text, int start)
    {
        var end = start + text.AsSpan(start).IndexOfAny('\r', '\n');
        return end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
    }
}
