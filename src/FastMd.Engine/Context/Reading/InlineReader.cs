using FastMd.Engine.Context.Tree;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Syntax;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Context.Reading;

/// <summary>Puts what stands within blocks into the tree.</summary>
/// <param name="cursor">Where the tree grows.</param>
/// <param name="source">The document.</param>
/// <param name="bodyStart">Offset in it of the text that was parsed.</param>
/// <param name="isMdx">Whether it was read as MDX.</param>
internal sealed class InlineReader(TreeCursor cursor, string source, int bodyStart, bool isMdx)
{
    private bool _isInCell;

    /// <summary>Reads what a block holds into what was entered last.</summary>
    public void Read(LeafBlock block)
    {
        if (block.Inline is { } inline)
        {
            _isInCell = block.Parent is TableCell;
            ReadChildren(inline);
        }
    }

    private void ReadChildren(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Read(inline);
        }
    }

    private void Read(Inline inline)
    {
        switch (inline)
        {
            case EmojiInline { Match: { } shortcode }:
                cursor.AppendText(shortcode);
                break;
            case LiteralInline literal:
                ReadLiteral(literal);
                break;
            case LineBreakInline line:
                ReadLineBreak(line);
                break;
            case CodeInline code:
                cursor.Append(new CodeSpan(ContentOf(code)) { Start = PlaceOf(code), Source = SourceOf(code) });
                break;
            case EmphasisInline emphasis:
                ReadInto(new Emphasis(KindOf(emphasis)) { Start = PlaceOf(emphasis) }, emphasis);
                break;
            case LinkInline { IsAutoLink: true } link:
                cursor.Append(new Autolink(((LiteralInline)link.FirstChild!).Content.ToString()) { Start = PlaceOf(link) });
                break;
            case LinkInline link:
                ReadInto(new Link { Url = link.Url ?? "", Title = link.Title is { Length: > 0 } title ? title : null, IsImage = link.IsImage, Start = PlaceOf(link) }, link);
                break;
            case AutolinkInline link:
                cursor.Append(new Autolink(link.Url) { IsBracketed = true, Start = PlaceOf(link) });
                break;
            case HtmlEntityInline entity:
                ReadEntity(entity.Transcoded.ToString());
                break;
            case HtmlInline html:
                cursor.Append(new InlineHtml(html.Tag) { Start = PlaceOf(html) });
                break;
            case FootnoteReference reference:
                cursor.Append(new FootnoteMark(reference.Definition.Label) { Start = PlaceOf(reference) });
                break;
            case MathInline math:
                cursor.Append(new MathSpan(SourceOf(math)) { Start = PlaceOf(math) });
                break;
            case MdxTagInline tag:
                cursor.AppendTag(tag.Tag);
                break;
            case MdxExpressionInline expression:
                cursor.Append(new ExpressionNode(expression.Code) { Start = PlaceOf(expression) });
                break;
            case TaskList:
                // Its mark is read with the item.
                break;
            case DelimiterInline delimiter:
                cursor.AppendText(delimiter.ToLiteral());
                ReadChildren(delimiter);
                break;
            case ContainerInline container:
                ReadChildren(container);
                break;
        }
    }

    private int PlaceOf(Inline inline) => bodyStart + inline.Span.Start;

    private void ReadInto(Parent node, ContainerInline container)
    {
        NestingLimit.Check();
        var outer = cursor.Enter(node);
        ReadChildren(container);
        cursor.Leave(outer);
    }

    private void ReadLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (IsReference(literal) || text.ContainsAny('\r', '\n'))
        {
            ReadEntity(text.ToString());
            return;
        }

        if (literal.IsFirstCharacterEscaped && text.Length > 0)
        {
            cursor.Append(new Text(text[..1].ToString()) { IsEscaped = true });
            text = text[1..];
        }

        if (cursor.IsBehindLineEnd)
        {
            text = text.TrimStart(" \t");
        }

        cursor.AppendText(text);
    }

    /// <summary>Whether text is written as a character reference: such are made text where they may be part of an address.</summary>
    private bool IsReference(LiteralInline literal)
        => !literal.IsFirstCharacterEscaped && literal.Content.Length is 1 or 2 && !literal.Span.IsEmpty && literal.Span.Length > 2
            && bodyStart + literal.Span.Start is var at && at < source.Length && source[at] == '&';

    /// <summary>Reads a character reference; white space in one is none that may be dropped.</summary>
    private void ReadEntity(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(" \t\r\n$") is >= 0 and var at && (text.Length <= 2 || rest[at] is '\r' or '\n'))
        {
            cursor.AppendText(rest[..at]);
            cursor.Append(new Text(rest[at].ToString()) { IsEscaped = true });
            rest = rest[(at + 1)..];
        }

        cursor.AppendText(rest);
    }

    private void ReadLineBreak(LineBreakInline line)
    {
        cursor.TrimText();
        if (line.IsHard)
        {
            cursor.Append(new HardBreak { Start = PlaceOf(line) });
        }
        else
        {
            cursor.AppendText("\n");
        }
    }

    private static EmphasisKind KindOf(EmphasisInline emphasis)
        => emphasis.DelimiterChar is not ('*' or '_') ? EmphasisKind.Strike
            : emphasis.DelimiterCount == 2 ? EmphasisKind.Strong
            : EmphasisKind.Emphasis;

    // In MDX, a cell is read with the backslashes that are in it.
    private string ContentOf(CodeInline code)
        => _isInCell && isMdx ? code.Content.Replace(@"\|", "|", StringComparison.Ordinal) : code.Content;

    private string? SourceOf(CodeInline code)
    {
        if (_isInCell || code.Span.IsEmpty)
        {
            return null;
        }

        var written = source.AsSpan(PlaceOf(code), code.Span.Length);
        return written is ['`', .., '`'] && written.IndexOfAny('\r', '\n') < 0 ? written.ToString() : null;
    }

    private string SourceOf(MathInline math)
    {
        var dollars = new string('$', math.DelimiterCount);
        var at = PlaceOf(math) + math.DelimiterCount;
        return math.DelimiterCount == 1 && at < source.Length && source[at] == '`'
            ? $"$`{math.Content.AsSpan()}`$"
            : $"{dollars}{math.Content.AsSpan()}{dollars}";
    }
}
