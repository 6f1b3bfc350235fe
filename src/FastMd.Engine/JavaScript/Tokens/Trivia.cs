using System.Globalization;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>What stands between tokens: white space, line terminators and comments.</summary>
internal static class Trivia
{
    public static bool IsLineTerminator(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>Skips trivia. Returns -1, or where it stopped at a blank line the offset of the line terminator before that.</summary>
    /// <param name="source">The text; its position is then at the next token.</param>
    /// <param name="stopsAtBlankLine">Whether to stop at a blank line, or at the end of the text after a line terminator.</param>
    /// <param name="newline">Becomes true where there is a line terminator.</param>
    public static int Skip(SourceCursor source, bool stopsAtBlankLine, ref bool newline)
    {
        var (text, limit, position) = (source.Text, source.Limit, source.Position);
        var lineTerminator = -1;
        while (position < limit)
        {
            var c = text[position];
            switch (c)
            {
                case ' ' or '\t':
                    position++;
                    break;
                case '\n' or '\r':
                    if (lineTerminator >= 0 && stopsAtBlankLine)
                    {
                        source.Position = position;
                        return lineTerminator;
                    }

                    lineTerminator = position;
                    position += c == '\r' && position + 1 < limit && text[position + 1] == '\n' ? 2 : 1;
                    newline = true;
                    break;
                case '/' when position + 1 < limit && text[position + 1] == '*':
                    position = BlockCommentEnd(text, position, limit, ref newline);
                    lineTerminator = -1;
                    break;
                case '/' when position + 1 < limit && text[position + 1] == '/':
                    position = LineCommentEnd(text, position, limit);
                    lineTerminator = -1;
                    break;
                case '\u2028' or '\u2029':
                    position++;
                    newline = true;
                    lineTerminator = -1;
                    break;
                case '\v' or '\f' or '\u00A0' or '\uFEFF':
                case >= '\u1680' when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator:
                    position++;
                    lineTerminator = -1;
                    break;
                default:
                    source.Position = position;
                    return -1;
            }
        }

        source.Position = position;
        return stopsAtBlankLine ? lineTerminator : -1;
    }

    private static int BlockCommentEnd(string text, int start, int limit, ref bool newline)
    {
        var close = text.IndexOf("*/", start + 2, limit - start - 2, StringComparison.Ordinal);
        if (close < 0)
        {
            throw new SyntaxErrorException(start, "The comment is not closed: add `*/`", atEnd: true);
        }

        newline |= text.AsSpan(start, close - start).IndexOfAny("\n\r\u2028\u2029") >= 0;
        return close + 2;
    }

    private static int LineCommentEnd(string text, int start, int limit)
    {
        var newline = text.AsSpan(start, limit - start).IndexOfAny("\n\r\u2028\u2029");
        return newline < 0 ? limit : start + newline;
    }
}
