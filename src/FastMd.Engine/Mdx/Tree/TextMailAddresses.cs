using FastMd.Engine.Markdown.Gfm.Autolinks;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Finds e-mail addresses in text, alone and after the schemes <c>mailto:</c> and <c>xmpp:</c>.</summary>
internal static class TextMailAddresses
{
    private const string Mail = "mailto:";
    private const string Xmpp = "xmpp:";

    /// <summary>For <see cref="TextAddress.Finder"/>: addresses without a scheme.</summary>
    public static TextAddress? Find(ReadOnlySpan<char> text, int from)
    {
        for (var next = from; text[next..].IndexOf('@') is >= 0 and var offset;)
        {
            var at = next + offset;
            next = at + 1;
            var start = at;
            while (start > 0 && EmailAddress.IsLocal(text[start - 1]))
            {
                start--;
            }

            if (start >= from && start < at && !HasSchemeBefore(text[..start]) && DomainEnd(text, next) is > 0 and var end && EndsInLetter(text[..end]))
            {
                return new(start, end - start, Mail);
            }
        }

        return null;
    }

    private static bool HasSchemeBefore(ReadOnlySpan<char> before)
    {
        var rest = before.EndsWith(Mail) ? before[..^Mail.Length] : before.EndsWith(Xmpp) ? before[..^Xmpp.Length] : before;
        return rest.Length < before.Length && (rest.IsEmpty || !(char.IsAsciiLetterOrDigit(rest[^1]) || rest[^1] == '@'));
    }

    /// <summary>Finds the first address after a scheme.</summary>
    public static TextAddress? FindAfter(string scheme, ReadOnlySpan<char> text, int from)
    {
        for (var next = from; text[next..].IndexOf(scheme) is >= 0 and var offset;)
        {
            var start = next + offset;
            next = start + scheme.Length;
            var at = next;
            while (at < text.Length && EmailAddress.IsLocal(text[at]))
            {
                at++;
            }

            var mayBegin = start == 0 || !(EmailAddress.IsLocal(text[start - 1]) || text[start - 1] == '@');
            if (!mayBegin || at == next || at == text.Length || text[at] != '@' || DomainEnd(text, at + 1) is not (> 0 and var end) || !EndsInLetter(text[..end]))
            {
                continue;
            }

            var resource = scheme == Xmpp ? ResourceLength(text[end..]) : 0;
            if (resource == 0 || (char.IsAsciiLetter(text[end + resource - 1]) && !(end + resource < text.Length && text[end + resource] == '@')))
            {
                return new(start, end + resource - start, "");
            }
        }

        return null;
    }

    /// <summary>Where a domain of two parts or more ends; 0 where there is none.</summary>
    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var parts = 0;
        for (var from = start; ; from = end + 1)
        {
            var next = from;
            while (next < text.Length && IsWord(text[next]))
            {
                next++;
            }

            if (next == from)
            {
                break;
            }

            parts++;
            end = next;
            if (next == text.Length || text[next] != '.')
            {
                break;
            }
        }

        return parts > 1 ? end : 0;
    }

    private static bool EndsInLetter(ReadOnlySpan<char> text) => char.IsAsciiLetter(text[^1]);

    private static int ResourceLength(ReadOnlySpan<char> text)
    {
        var length = text is ['/', ..] ? 1 : 0;
        while (length > 0 && length < text.Length
            && (IsWord(text[length]) || text[length] == '/' || (text[length] == '.' && length + 1 < text.Length && char.IsAsciiLetterOrDigit(text[length + 1]))))
        {
            length++;
        }

        return length;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
