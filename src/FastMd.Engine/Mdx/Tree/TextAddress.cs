using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm.Autolinks;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>An address in text as the reader sees it, after escapes and entities.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Prefix">What its link has before it.</param>
internal readonly record struct TextAddress(int Start, int Length, string Prefix)
{
    private const string TrailingPunctuation = "!\"&'),.:;<>?]}";

    /// <summary>What finds the addresses of one kind, and what is in each text that has any. The reference looks for one kind after the other.</summary>
    public static readonly (Finder Find, string[] Signs)[] Kinds =
    [
        (Url, ["://", "www."]),
        ((text, from) => AfterScheme(text, from, "xmpp:"), ["xmpp:"]),
        ((text, from) => AfterScheme(text, from, "mailto:"), ["mailto:"]),
        (Email, ["@"]),
    ];

    /// <summary>Finds the first address in a text; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it may begin at the earliest.</param>
    public delegate TextAddress? Finder(ReadOnlySpan<char> text, int from);

    private static TextAddress? Url(ReadOnlySpan<char> text, int from)
    {
        // Each begins with a host's name or a scheme, and these are found by what follows.
        for (var at = from; at < text.Length;)
        {
            if (text[at..].IndexOfAny(':', '.') is not (>= 0 and var length))
            {
                return null;
            }

            var rest = text[at..];
            var before = rest[..length];
            at += length;
            var isHost = rest[length] == '.';
            var begins = isHost ? LengthOf(before, "www") : Math.Max(LengthOf(before, "https"), LengthOf(before, "http"));
            var start = at - begins;
            var hostStart = isHost ? start : at + "://".Length;
            at++;
            if (begins > 0 && (isHost || rest[length..].StartsWith("://")) && MayBegin(text, start) && UrlLength(text[start..], hostStart - start) is > 0 and var found)
            {
                return new(start, found, isHost ? "http://" : "");
            }
        }

        return null;
    }

    private static int LengthOf(ReadOnlySpan<char> before, string end) => before.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? end.Length : 0;

    private static bool MayBegin(ReadOnlySpan<char> text, int start)
        => start == 0 || JavaScriptSpace.Contains(text[start - 1]) || LiteralAddress.IsPunctuation(text[start - 1]);

    /// <summary>The length of an address; 0 where it is none.</summary>
    private static int UrlLength(ReadOnlySpan<char> text, int hostStart)
    {
        var hostEnd = hostStart;
        while (hostEnd < text.Length && IsWord(text[hostEnd], orDot: true))
        {
            if (hostEnd - hostStart == AutolinkText.MaximumHostLength)
            {
                return 0;
            }

            hostEnd++;
        }

        if (!IsHost(text[hostStart..hostEnd]))
        {
            return 0;
        }

        var end = text[hostEnd..].IndexOfAny(" \t\r\n") is >= 0 and var space ? hostEnd + space : text.Length;
        return hostStart + WithoutTrail(text[hostStart..end]);
    }

    /// <summary>Whether the last two names of a host have a letter or digit and no underscore.</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot < 0 || LiteralAddress.IsPunctuation(host[0]))
        {
            return false;
        }

        var before = host[..dot];
        return IsName(host[(dot + 1)..]) && IsName(before[(before.LastIndexOf('.') + 1)..]);
    }

    private static bool IsName(ReadOnlySpan<char> name)
        => name.IsEmpty || (!name.Contains('_') && name.ContainsAnyExcept('-'));

    private static int WithoutTrail(ReadOnlySpan<char> address)
    {
        var end = address.TrimEnd(TrailingPunctuation).Length;
        var unclosed = address[..end].Count('(') - address[..end].Count(')');
        for (var paren = address[end..].IndexOf(')'); paren >= 0 && unclosed > 0; paren = address[end..].IndexOf(')'))
        {
            end += paren + 1;
            unclosed--;
        }

        return end;
    }

    private static TextAddress? Email(ReadOnlySpan<char> text, int from)
    {
        for (var next = from; text[next..].IndexOf('@') is >= 0 and var offset;)
        {
            var at = next + offset;
            next = at + 1;
            var start = at;
            while (start > 0 && LiteralAddress.IsLocal(text[start - 1]))
            {
                start--;
            }

            if (start >= from && start < at && !HasSchemeBefore(text[..start]) && DomainEnd(text, next) is > 0 and var end && EndsInLetter(text[..end]))
            {
                return new(start, end - start, "mailto:");
            }
        }

        return null;
    }

    private static bool HasSchemeBefore(ReadOnlySpan<char> before)
    {
        var rest = before.EndsWith("mailto:") ? before[..^"mailto:".Length] : before.EndsWith("xmpp:") ? before[..^"xmpp:".Length] : before;
        return rest.Length < before.Length && (rest.IsEmpty || !(char.IsAsciiLetterOrDigit(rest[^1]) || rest[^1] == '@'));
    }

    private static TextAddress? AfterScheme(ReadOnlySpan<char> text, int from, string scheme)
    {
        for (var next = from; text[next..].IndexOf(scheme) is >= 0 and var offset;)
        {
            var start = next + offset;
            next = start + scheme.Length;
            var at = next;
            while (at < text.Length && LiteralAddress.IsLocal(text[at]))
            {
                at++;
            }

            var mayBegin = start == 0 || !(LiteralAddress.IsLocal(text[start - 1]) || text[start - 1] == '@');
            if (!mayBegin || at == next || at == text.Length || text[at] != '@' || DomainEnd(text, at + 1) is not (> 0 and var end) || !EndsInLetter(text[..end]))
            {
                continue;
            }

            var resource = scheme == "xmpp:" ? ResourceLength(text[end..]) : 0;
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

    private static bool IsWord(char character, bool orDot = false)
        => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' || (orDot && character == '.');
}
