namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A place in a text as people name it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
internal readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>The place of an offset. Lines end with CR, LF or both.</summary>
    public static LinePosition Of(string text, int offset)
    {
        var line = 1;
        var start = 0;
        for (var i = text.AsSpan(0, offset).IndexOfAny('\r', '\n'); i >= 0;)
        {
            start += i + 1;
            if (text[start - 1] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }

            if (start > offset)
            {
                break;
            }

            line++;
            i = text.AsSpan(start, offset - start).IndexOfAny('\r', '\n');
        }

        return new(line, Math.Max(offset - start, 0) + 1);
    }

    public override string ToString() => string.Create(null, $"{Line}:{Column}");
}
