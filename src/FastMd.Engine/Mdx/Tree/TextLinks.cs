using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Links;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>
/// Links addresses in text that the parser of links has left: with escapes in them, after an unclosed bracket, and more. Text in links stays.
/// </summary>
internal sealed class TextLinks
{
    private readonly MdxTree _tree;
    private readonly TextAddress.Finder _find;

    private TextLinks(MdxTree tree, TextAddress.Finder find)
    {
        _tree = tree;
        _find = find;
    }

    /// <summary>Links them in a whole tree.</summary>
    public static void Link(MdxTree tree)
    {
        foreach (var (find, signs) in TextAddress.Kinds)
        {
            if (signs.Any(sign => tree.Text.Span.Contains(sign, sign == TextUrls.Bare ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
            {
                new TextLinks(tree, find).Link(tree.Root);
            }
        }
    }

    private void Link(MdxElement element)
    {
        NestingLimit.Check();
        var hasAddress = false;
        for (var node = element.FirstChild; node is not null; node = node.Next)
        {
            if (node is MdxText text)
            {
                hasAddress = hasAddress || _find(_tree.TextOf(text), 0) is not null;
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
        while (_find(_tree.TextOf(text), from) is { } address)
        {
            AppendText(element, text.Offset + from, address.Start - from);
            var link = new MdxElement(Tags.A)
            {
                Attributes = [new JsxAttribute("href") { Text = LinkAddress.Encode(string.Concat(address.Prefix, _tree.Text.Slice(text.Offset + address.Start, address.Length))) }],
            };
            element.Append(link);
            AppendText(link, text.Offset + address.Start, address.Length);
            from = address.Start + address.Length;
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
}

/// <summary>An address in text as the reader sees it, after escapes and entities.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Prefix">What its link has before it.</param>
internal readonly record struct TextAddress(int Start, int Length, string Prefix)
{
    /// <summary>What finds the addresses of one kind, and what is in each text that has any. The reference looks for one kind after the other.</summary>
    public static readonly (Finder Find, string[] Signs)[] Kinds =
    [
        (TextUrls.Find, ["://", TextUrls.Bare]),
        (static (text, from) => TextMailAddresses.FindAfter("xmpp:", text, from), ["xmpp:"]),
        (static (text, from) => TextMailAddresses.FindAfter("mailto:", text, from), ["mailto:"]),
        (TextMailAddresses.Find, ["@"]),
    ];

    /// <summary>Finds the first address in a text; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it may begin at the earliest.</param>
    public delegate TextAddress? Finder(ReadOnlySpan<char> text, int from);
}
