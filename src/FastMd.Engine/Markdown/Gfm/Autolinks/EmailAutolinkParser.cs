using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>
/// Links e-mail addresses that are written as they are. What comes before the at sign may still become emphasis, so the text is
/// searched once all else is known, and only where an at sign was seen.
/// </summary>
internal sealed class EmailAutolinkParser : InlineParser, IPostInlineProcessor
{
    private readonly AtSignParser _signs;

    /// <summary>A parser of e-mail addresses.</summary>
    /// <param name="signs">Knows which blocks have at signs.</param>
    public EmailAutolinkParser(AtSignParser signs)
    {
        OpeningCharacters = ['@'];
        _signs = signs;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => false;

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (isFinalProcessing && _signs.WasSeen(state) && root is ContainerInline { FirstChild: { } first } container)
        {
            LinkAddresses(state, container, first);
        }

        return true;
    }

    private static void LinkAddresses(InlineProcessor processor, ContainerInline container, Inline first)
    {
        var isInsideAnchor = false;
        for (var inline = first; inline is not null; inline = InlineOrder.Next(container, inline, enters: inline is not LinkInline))
        {
            if (inline is HtmlInline html && HtmlAnchor.TryRead(html.Tag, out var opens))
            {
                isInsideAnchor = opens;
            }
            else if (!isInsideAnchor && AsText(inline) is { } literal)
            {
                JoinFollowing(literal);
                inline = LinkFirstAddress(processor, literal);
            }
        }
    }

    /// <summary>An inline as text; null where it is none.</summary>
    private static LiteralInline? AsText(Inline? inline)
    {
        if (inline is not HtmlEntityInline entity)
        {
            return inline as LiteralInline;
        }

        var text = new LiteralInline { Content = entity.Transcoded, Span = entity.Span };
        entity.ReplaceBy(text);
        return text;
    }

    /// <summary>Delimiters that turned out to be text, escaped characters and references are inlines of their own, and may be part of an address.</summary>
    private static void JoinFollowing(LiteralInline literal)
    {
        StringBuilder? joined = null;
        while (AsText(literal.NextSibling) is { } next)
        {
            if (joined is null && ReferenceEquals(next.Content.Text, literal.Content.Text) && next.Content.Start == literal.Content.End + 1)
            {
                literal.Content.End = next.Content.End;
            }
            else
            {
                joined ??= new StringBuilder().Append(literal.Content.AsSpan());
                joined.Append(next.Content.AsSpan());
            }

            next.Remove();
        }

        if (joined is not null)
        {
            literal.Content = new(joined.ToString());
        }
    }

    /// <summary>Splits a text at its first address, if it has one.</summary>
    /// <returns>The last inline that needs no further look: the rest of the text is its next sibling.</returns>
    private static Inline LinkFirstAddress(InlineProcessor processor, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        var from = 0;
        while (text[from..].IndexOf('@') is >= 0 and var offset)
        {
            if (EmailAddress.TryFind(text, from, from + offset, out var start, out var length, out var prefix))
            {
                var content = literal.Content;
                var link = AutolinkText.Link(processor, content.Text, content.Start + start, length, prefix);
                literal.InsertAfter(link);
                literal.Content.End = content.Start + start - 1;
                if (start + length < text.Length)
                {
                    link.InsertAfter(new LiteralInline { Content = new(content.Text, content.Start + start + length, content.End) });
                }

                return link;
            }

            from += offset + 1;
        }

        return literal;
    }
}

/// <summary>Records at signs, in whatever way they are written: only text that has one is searched for e-mail addresses.</summary>
internal sealed class AtSignParser : InlineParser
{
    public AtSignParser() => OpeningCharacters = ['@', '\\', '&'];

    /// <summary>Whether the block at hand has one.</summary>
    public bool WasSeen(InlineProcessor processor) => processor.ParserStates[Index] is not null;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Few characters are written as references, and any of them may be an at sign.
        if (slice.CurrentChar is '@' or '&' || slice.PeekChar() == '@')
        {
            processor.ParserStates[Index] = this;
        }

        return false;
    }
}
