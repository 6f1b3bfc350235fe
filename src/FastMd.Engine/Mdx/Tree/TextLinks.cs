using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>
/// Links addresses in text that the parser of links has left: after a tag or a mark, after punctuation. Text in links stays.
/// </summary>
internal sealed class TextLinks(MdxTree tree)
{
    private const string TrailingPunctuation = "!\"&'),.:;<>?]}";

    /// <summary>Whether a document can hold such addresses.</summary>
    public static bool MayBeIn(string source)
        => source.Contains("://", StringComparison.Ordinal) || BareStart(source) >= 0;

    /// <summary>Links the addresses in an element's text.</summary>
    public void Link(MdxElement element)
    {
        TooDeep.Check();
        var hasAddress = false;
        for (var node = element.FirstChild; node is not null; node = node.Next)
        {
            if (node is MdxText text)
            {
                hasAddress |= Find(tree.TextOf(text), out _, out _);
            }
            else if (node is MdxElement inner && (inner.IsAuthored || inner.Name?.Text is not ("a" or "code")))
            {
                Link(inner);
            }
        }

        for (var node = hasAddress ? element.TakeChildren() : null; node is not null;)
        {
            var next = node.Next;
            if (node is MdxText text)
            {
                Split(element, text);
            }
            else
            {
                element.Append(node);
            }

            node = next;
        }
    }

    private void Split(MdxElement element, MdxText text)
    {
        var offset = text.Offset;
        var end = text.Offset + text.Length;
        while (Find(tree.Text.Slice(offset, end - offset), out var start, out var length))
        {
            AppendText(element, offset, start);
            var address = tree.Text.Slice(offset + start, length);
            var isBare = !address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            var link = new MdxElement(Tags.A)
            {
                Attributes = [new JsxAttribute("href") { Text = LinkAddress.Encode(isBare ? string.Concat("http://", address) : address.ToString()) }],
            };
            element.Append(link);
            AppendText(link, offset + start, length);
            offset += start + length;
        }

        AppendText(element, offset, end - offset);
    }

    private static void AppendText(MdxElement element, int offset, int length)
    {
        if (length > 0)
        {
            element.Append(new MdxText(offset) { Length = length });
        }
    }

    /// <summary>Finds the first address in a text.</summary>
    private static bool Find(ReadOnlySpan<char> text, out int start, out int length)
    {
        start = 0;
        length = 0;
        for (var from = 0; from < text.Length;)
        {
            var rest = text[from..];
            var colon = rest.IndexOf("://");
            var scheme = colon < 0 ? -1 : SchemeStart(rest, colon);
            var www = BareStart(colon < 0 ? rest : rest[..colon]);
            if (colon < 0 && www < 0)
            {
                return false;
            }

            var isScheme = www < 0;
            var at = isScheme ? scheme : www;
            if (at >= 0 && IsFree(text, from + at) && LinkLength(rest[at..], isScheme ? colon + 3 - at : 0) is > 0 and var found)
            {
                start = from + at;
                length = found;
                return true;
            }

            from += isScheme ? colon + 3 : www + 4;
        }

        return false;
    }

    /// <summary>Offset of the first <c>www.</c>, whatever its case; negative where there is none.</summary>
    private static int BareStart(ReadOnlySpan<char> text)
    {
        const string Bare = "www";
        for (var dot = text.IndexOf('.'); dot >= 0;)
        {
            if (text[..dot].EndsWith(Bare, StringComparison.OrdinalIgnoreCase))
            {
                return dot - Bare.Length;
            }

            var next = text[(dot + 1)..].IndexOf('.');
            dot = next < 0 ? next : dot + 1 + next;
        }

        return -1;
    }

    private static int SchemeStart(ReadOnlySpan<char> text, int colon)
    {
        var before = text[..colon];
        return before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? colon - 5
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? colon - 4
            : -1;
    }

    private static bool IsFree(ReadOnlySpan<char> text, int start)
        => start == 0 || char.IsWhiteSpace(text[start - 1]) || char.IsPunctuation(text[start - 1]) || char.IsSymbol(text[start - 1]);

    /// <summary>The length of an address; 0 where it is none.</summary>
    private static int LinkLength(ReadOnlySpan<char> text, int hostStart)
    {
        var hostEnd = hostStart;
        while (hostEnd < text.Length && (char.IsAsciiLetterOrDigit(text[hostEnd]) || text[hostEnd] is '-' or '.' or '_'))
        {
            hostEnd++;
        }

        if (!IsHost(text[hostStart..hostEnd]))
        {
            return 0;
        }

        var end = text[hostEnd..].IndexOfAny(" \t\r\n") is >= 0 and var space ? hostEnd + space : text.Length;
        return WithoutTrail(text[hostStart..end]) is > 0 and var length ? hostStart + length : 0;
    }

    /// <summary>Whether the last two names of a host have a letter or digit and no underscore.</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot < 0)
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
