using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Links;

/// <summary>
/// Looks ahead whether what stands in parentheses may be a link's address and title. Markdig looks for the end of each that has none, so
/// that time grows with the square of a row of them. Parentheses in an address nest 32 deep at most, as in cmark.
/// </summary>
internal sealed class AddressAhead
{
    private const int DeepestParentheses = 32;

    private readonly TitleEnd _double = new('"');
    private readonly TitleEnd _single = new('\'');
    private readonly TitleEnd _parentheses = new(')');

    /// <summary>Whether there may be an address; false where there is none.</summary>
    /// <param name="slice">The text from the opening parenthesis.</param>
    public bool MayBe(StringSlice slice)
    {
        var text = slice.AsSpan();
        var start = PassSpace(text, 1);
        var end = start < text.Length && text[start] == '<' ? AngleBracketEnd(text, start + 1) : PlainEnd(text, start);
        if (end < 0)
        {
            return false;
        }

        var title = PassSpace(text, end);
        if (title == end || title >= text.Length)
        {
            return true;
        }

        var from = slice.Start + title + 1;
        return text[title] switch
        {
            '"' => _double.EndsLink(slice, from),
            '\'' => _single.EndsLink(slice, from),
            '(' => _parentheses.EndsLink(slice, from),
            _ => true,
        };
    }

    private static int PassSpace(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from].IsWhitespace())
        {
            from++;
        }

        return from;
    }

    private static int AngleBracketEnd(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length && text[i] is not ('<' or '\r' or '\n'); i++)
        {
            if (text[i] == '>')
            {
                return i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static int PlainEnd(ReadOnlySpan<char> text, int from)
    {
        var depth = 0;
        var i = from;
        for (; i < text.Length && text[i] is > ' ' and not '\u007f'; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length && text[i + 1] > ' ':
                    i++;
                    break;
                case '(' when ++depth > DeepestParentheses:
                    return -1;
                case ')' when --depth < 0:
                    return i;
            }
        }

        return depth == 0 ? i : -1;
    }
}
