namespace FastMd.Engine.Markdown.References;

/// <summary>
/// Tells line and column of places in a text. What lies between two places asked for one after the other is looked at once, so that
/// all the places of a document together cost one pass through it.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class SourceLines(string text)
{
    // Files of one machine end their lines with both characters or the last alone; those that hold the first alone are rare and old.
    private readonly bool _hasReturns = text.Contains('\r', StringComparison.Ordinal);
    private int _place;
    private int _lineStart;
    private int _line = 1;

    /// <summary>Line and column, from 1, of an offset.</summary>
    public (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        if (offset >= _place)
        {
            var passed = text.AsSpan(_place, offset - _place);
            _line += Breaks(passed);
            _lineStart = passed.LastIndexOfAny('\n', '\r') is >= 0 and var last ? _place + last + 1 : _lineStart;
        }
        else
        {
            _line -= Breaks(text.AsSpan(offset, _place - offset));
            _lineStart = text.AsSpan(0, offset).LastIndexOfAny('\n', '\r') + 1;
        }

        _place = offset;
        return (_line, offset - _lineStart + 1);
    }

    private int Breaks(ReadOnlySpan<char> passed)
        => passed.Count('\n') + (_hasReturns ? passed.Count('\r') - passed.Count("\r\n") : 0);
}
