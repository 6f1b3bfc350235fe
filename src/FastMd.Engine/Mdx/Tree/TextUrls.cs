using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm.Autolinks;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Finds URLs in text: <c>http://</c>, <c>https://</c> and <c>www.</c>, whose hosts have a dot.</summary>
internal static class TextUrls
{
    /// <summary>What a host begins with that stands without a scheme.</summary>
    public const string Bare = "www.";

    private const string TrailingPunctuation = "!\"&'),.:;<>?]}";

    /// <summary>For <see cref="TextAddress.Finder"/>.</summary>
    public static TextAddress? Find(ReadOnlySpan<char> text, int from)
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
        while (hostEnd < text.Length && (char.IsAsciiLetterOrDigit(text[hostEnd]) || text[hostEnd] is '-' or '_' or '.'))
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
}
