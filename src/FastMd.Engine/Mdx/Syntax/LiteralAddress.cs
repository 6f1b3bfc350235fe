using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm.Autolinks;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>How far an address goes that is written as it is, as the reference reads it.</summary>
internal static class LiteralAddress
{
    /// <summary>The length of the address at the start of a text; 0 where there is none.</summary>
    /// <param name="text">The text from the address's first character.</param>
    /// <param name="hostStart">Where the host's name begins.</param>
    public static int Length(ReadOnlySpan<char> text, int hostStart)
    {
        var goesOnUntil = hostStart;
        var hostEnd = HostEnd(text, hostStart, ref goesOnUntil);
        return hostEnd == 0 ? 0 : PathEnd(text, hostEnd, goesOnUntil);
    }

    public static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);

    /// <summary>Where a host's name ends; 0 where it is none: its last two parts have no underscores.</summary>
    private static int HostEnd(ReadOnlySpan<char> text, int start, ref int goesOnUntil)
    {
        var (isEmpty, hasUnderscore, hadUnderscore) = (true, false, false);
        var end = start;
        for (; end < text.Length; end++)
        {
            var character = text[end];
            if (end - start > AutolinkText.MaximumHostLength)
            {
                return 0;
            }

            if (character is '.' or '_')
            {
                if (IsTrail(text, end, ref goesOnUntil))
                {
                    break;
                }

                (hasUnderscore, hadUnderscore) = character == '_' ? (true, hadUnderscore) : (false, hasUnderscore);
            }
            else if (JavaScriptSpace.Contains(character) || (character != '-' && IsPunctuation(character)))
            {
                break;
            }
            else
            {
                isEmpty = false;
            }
        }

        return isEmpty || hasUnderscore || hadUnderscore ? 0 : end;
    }

    private static int PathEnd(ReadOnlySpan<char> text, int start, int goesOnUntil)
    {
        var open = 0;
        for (var end = start; end < text.Length; end++)
        {
            switch (text[end])
            {
                case '(':
                    open++;
                    break;
                case ')' when open > 0:
                    open--;
                    break;
                case '!' or '"' or '&' or '\'' or ')' or '*' or ',' or '.' or ':' or ';' or '<' or '?' or ']' or '_' or '~'
                    when IsTrail(text, end, ref goesOnUntil):
                    return end;
                case var character when JavaScriptSpace.Contains(character):
                    return end;
            }
        }

        return text.Length;
    }

    /// <summary>Whether nothing but punctuation of the sentence around it comes before the end of an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the punctuation begins.</param>
    /// <param name="goesOnUntil">Up to where it is known that the address goes on.</param>
    private static bool IsTrail(ReadOnlySpan<char> text, int at, ref int goesOnUntil)
    {
        if (at < goesOnUntil)
        {
            return false;
        }

        for (; at < text.Length && !EndsAddress(text, at); at++)
        {
            if (text[at] == '&')
            {
                at += 1 + LettersIn(text[(at + 1)..]);
                if (at == text.Length || text[at] != ';' || text[at - 1] == '&')
                {
                    goesOnUntil = at;
                    return false;
                }
            }
            else if (text[at] is not ('!' or '"' or '\'' or ')' or '*' or ',' or '.' or ':' or ';' or '?' or ']' or '_' or '~'))
            {
                goesOnUntil = at;
                return false;
            }
        }

        return true;
    }

    /// <summary>Space, a tag, and a bracket that may end the text of a link.</summary>
    private static bool EndsAddress(ReadOnlySpan<char> text, int at)
        => text[at] == '<' || JavaScriptSpace.Contains(text[at])
            || (text[at] == ']' && (at + 1 == text.Length || text[at + 1] is '(' or '[' || JavaScriptSpace.Contains(text[at + 1])));

    private static int LettersIn(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        return length;
    }
}
