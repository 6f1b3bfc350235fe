namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Where lines of code stand in a document.</summary>
internal static class LineOrigins
{
    /// <summary>Translates offsets in code into offsets in the document, also when the place the code was read at is no longer there.</summary>
    /// <param name="place">That place.</param>
    /// <param name="text">What was read.</param>
    /// <param name="textStart">Its offset at that place.</param>
    /// <param name="code">What it became: the same lines, with another indentation.</param>
    /// <param name="codeStart">The offset of its first character.</param>
    public static Func<int, int> Of(TextPlace place, ReadOnlySpan<char> text, int textStart, ReadOnlySpan<char> code, int codeStart)
    {
        // Told from the ends of lines, which have not changed.
        var last = place.Of(textStart + text.Length) - codeStart - code.Length;
        var lines = new List<(int End, int Shift)>();
        for (var end = text.IndexOfAny('\r', '\n'); end >= 0; end = text.IndexOfAny('\r', '\n'))
        {
            var codeEnd = code.IndexOfAny('\r', '\n');
            lines.Add((codeStart + codeEnd, place.Of(textStart + end) - codeStart - codeEnd));
            (textStart, codeStart) = (textStart + end + 1, codeStart + codeEnd + 1);
            text = text[(end + 1)..];
            code = code[(codeEnd + 1)..];
        }

        return offset =>
        {
            var line = ~lines.BinarySearch((offset, int.MinValue));
            return offset + (line < lines.Count ? lines[line].Shift : last);
        };
    }
}
