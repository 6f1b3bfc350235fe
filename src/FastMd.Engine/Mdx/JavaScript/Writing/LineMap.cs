namespace FastMd.Engine.Mdx.JavaScript.Writing;

/// <summary>Lines of a text, to tell the place of an offset. A line ends at a line feed, a carriage return, or both together.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var next = 0; ;)
        {
            var length = text.AsSpan(next).IndexOfAny('\n', '\r');
            if (length < 0)
            {
                break;
            }

            next += length + 1;
            next += text[next - 1] == '\r' && next < text.Length && text[next] == '\n' ? 1 : 0;
            _starts.Add(next);
        }
    }

    public TextPosition PositionOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        index = index < 0 ? ~index - 1 : index;
        return new(index + 1, offset - _starts[index] + 1);
    }
}
