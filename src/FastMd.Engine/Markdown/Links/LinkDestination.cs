using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Links;

/// <summary>Reads the destination of a link or a definition. Parentheses in one nest 32 deep at most, as in cmark.</summary>
internal static class LinkDestination
{
    private const int DeepestParentheses = 32;

    /// <summary>Reads the destination that a text begins with. One without angle brackets may be empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="url">The destination, its escapes and entities resolved.</param>
    /// <param name="length">How long it is as it is written.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out string url, out int length)
    {
        var isInAngleBrackets = text is ['<', ..];
        length = isInAngleBrackets ? LengthInAngleBrackets(text) : PlainLength(text);
        url = length < 0 ? "" : HtmlHelper.Unescape((isInAngleBrackets ? text[1..(length - 1)] : text[..length]).ToString());
        return length >= 0;
    }

    private static int LengthInAngleBrackets(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length && text[i] is not ('<' or '\r' or '\n'); i++)
        {
            if (text[i] == '>')
            {
                return i + 1;
            }

            i += IsEscape(text, i) ? 1 : 0;
        }

        return -1;
    }

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var i = 0;
        for (; i < text.Length && text[i] is > ' ' and not '\u007f'; i++)
        {
            switch (text[i])
            {
                case '\\' when IsEscape(text, i):
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

    private static bool IsEscape(ReadOnlySpan<char> text, int at) => text[at] == '\\' && at + 1 < text.Length && text[at + 1].IsAsciiPunctuation();
}
