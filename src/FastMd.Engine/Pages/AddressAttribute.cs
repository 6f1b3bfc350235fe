using System.Net;
using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>Finds out whether what is written next belongs to an address. The page so far says it, whatever tags of the template wrote it.</summary>
internal static class AddressAttribute
{
    private const string Space = " \t\r\n\f";

    private static readonly HashSet<string> Links = new(StringComparer.OrdinalIgnoreCase) { "action", "cite", "formaction", "href", "ping", "xlink:href" };
    private static readonly HashSet<string> Embedded = new(StringComparer.OrdinalIgnoreCase) { "background", "data", "poster", "src" };

    /// <summary>What the address is for, and what of it is there already; null where what is written next is no address.</summary>
    /// <param name="page">The page so far, or its end, in UTF-8.</param>
    public static (LinkKind Kind, string Before)? At(ReadOnlySpan<byte> page)
    {
        var quote = page.LastIndexOfAny("\"'"u8);
        return quote >= 0 && KindBefore(page[..quote]) is { } quoted ? (quoted, Text(page[(quote + 1)..])) : WithoutQuotes(page);
    }

    private static (LinkKind Kind, string Before)? WithoutQuotes(ReadOnlySpan<byte> page)
    {
        var end = page.TrimEnd(" \t\r\n\f"u8);
        var equals = end.LastIndexOf((byte)'=');
        if (equals < 0 || KindBefore(end[..(equals + 1)]) is not { } kind)
        {
            return null;
        }

        // Space ends an address that has begun.
        var before = page[(equals + 1)..];
        var text = Text(before);
        return string.IsNullOrWhiteSpace(text) || text.AsSpan().IndexOfAny(Space + ">\"'") < 0 ? (kind, text) : null;
    }

    /// <summary>What an attribute's address is for, if a text ends with the name of one that has one and an equals sign.</summary>
    private static LinkKind? KindBefore(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(" \t\r\n\f"u8);
        if (text is not [.., (byte)'='])
        {
            return null;
        }

        text = text[..^1].TrimEnd(" \t\r\n\f"u8);
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetter((char)text[start - 1]) || text[start - 1] is (byte)':' or (byte)'-'))
        {
            start--;
        }

        var name = Encoding.ASCII.GetString(text[start..]);
        return Links.Contains(name) ? LinkKind.Link : Embedded.Contains(name) ? LinkKind.Embedded : null;
    }

    private static string Text(ReadOnlySpan<byte> html) => WebUtility.HtmlDecode(Encoding.UTF8.GetString(html));
}
