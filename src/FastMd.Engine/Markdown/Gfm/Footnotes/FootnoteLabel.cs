namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>What a footnote is called: <c>[^label]</c>.</summary>
internal static class FootnoteLabel
{
    private const int MaximumLength = 999;

    /// <summary>The length of what begins a text, brackets included; 0 where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">What stands between the brackets.</param>
    public static int Read(ReadOnlySpan<char> text, out ReadOnlySpan<char> label)
    {
        label = default;
        if (!text.StartsWith("[^"))
        {
            return 0;
        }

        var end = 2;
        for (; end < text.Length && text[end] != ']'; end++)
        {
            if (end > MaximumLength || text[end] is '[' or ' ' or '\t' or '\r' or '\n')
            {
                return 0;
            }

            if (text[end] == '\\' && end + 1 < text.Length && text[end + 1] is '[' or ']' or '\\')
            {
                end++;
            }
        }

        if (end >= text.Length || end == 2)
        {
            return 0;
        }

        label = text[2..end];
        return end + 1;
    }
}
