using FastMd.Engine.Markdown.Gfm.Autolinks;
using FastMd.Engine.Markdown.Links;
using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>
/// Links addresses in text that the parser of links has left: after a tag or a mark, after punctuation. Text in links stays.
/// </summary>
internal sealed class TextLinks(MdxTree tree)
{
    private const int Unknown = -1;
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
                var colon = Unknown;
                hasAddress |= Find(tree.TextOf(text), 0, ref colon, out _, out _);
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
        var from = 0;
        var colon = Unknown;
        while (Find(tree.TextOf(text), from, ref colon, out var start, out var length))
        {
            AppendText(element, text.Offset + from, start - from);
            var address = tree.Text.Slice(text.Offset + start, length);
            var isBare = !address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            var link = new MdxElement(Tags.A)
            {
                Attributes = [new JsxAttribute("href") { Text = LinkAddress.Encode(isBare ? string.Concat("http://", address) : address.ToString()) }],
            };
            element.Append(link);
            AppendText(link, text.Offset + start, length);
            from = start + length;
        }

        AppendText(element, text.Offset + from, text.Length - from);
    }

    private static void AppendText(MdxElement element, int offset, int length)
    {
        if (length > 0)
        {
            element.Append(new MdxText(offset) { Length = length });
        }
    }

    /// <summary>Finds the first address in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begin">Where to begin.</param>
    /// <param name="colon">Where the next scheme ends, so that it is looked for once; <see cref="Unknown"/> at first.</param>
    /// <param name="start">Where the address begins.</param>
    /// <param name="length">How long it is.</param>
    private static bool Find(ReadOnlySpan<char> text, int begin, ref int colon, out int start, out int length)
    {
        start = 0;
        length = 0;
        for (var from = begin; from < text.Length;)
        {
            if (colon < from)
            {
                colon = text[from..].IndexOf("://") is >= 0 and var next ? from + next : int.MaxValue;
            }

            var hasScheme = colon < text.Length;
            var rest = hasScheme ? text[from..colon] : text[from..];
            var www = BareStart(rest);
            if (!hasScheme && www < 0)
            {
                return false;
            }

            var isScheme = www < 0;
            var at = isScheme ? SchemeStart(rest) : www;
            if (at >= 0 && IsFree(text, from + at, begin) && LinkLength(text[(from + at)..], isScheme ? rest.Length + 3 - at : 0) is > 0 and var found)
            {
                start = from + at;
                length = found;
                return true;
            }

            from += isScheme ? rest.Length + 3 : www + 4;
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

    private static int SchemeStart(ReadOnlySpan<char> before)
        => before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? before.Length - 5
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? before.Length - 4
            : -1;

    private static bool IsFree(ReadOnlySpan<char> text, int start, int begin)
        => start == begin || char.IsWhiteSpace(text[start - 1]) || char.IsPunctuation(text[start - 1]) || char.IsSymbol(text[start - 1]);

    /// <summary>The length of an address; 0 where it is none.</summary>
    private static int LinkLength(ReadOnlySpan<char> text, int hostStart)
    {
        var hostEnd = hostStart;
        while (hostEnd < text.Length && (char.IsAsciiLetterOrDigit(text[hostEnd]) || text[hostEnd] is '-' or '.' or '_'))
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
