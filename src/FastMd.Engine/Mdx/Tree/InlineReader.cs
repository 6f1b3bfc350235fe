using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Links;
using FastMd.Engine.Markdown.Mathematics;
using FastMd.Engine.Mdx.Syntax;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Puts what stands within blocks into the tree.</summary>
internal sealed class InlineReader
{
    private readonly TreeCursor _cursor;
    private readonly FootnoteList _footnotes;
    private readonly MdxContext _context;
    private readonly Action<MdxNode> _append;
    private bool _countsReferences = true;
    private bool _isInCell;

    public InlineReader(TreeCursor cursor, FootnoteList footnotes, MdxContext context)
    {
        _cursor = cursor;
        _footnotes = footnotes;
        _context = context;
        _append = cursor.Append;
    }

    /// <summary>Reads what stands nowhere in the output: its tags have to be in order, and its references to footnotes do not count.</summary>
    public void Check(Action read)
    {
        var outer = _countsReferences;
        _countsReferences = false;
        read();
        _countsReferences = outer;
    }

    /// <summary>Puts what a block holds into what was entered last.</summary>
    public void Read(LeafBlock block)
    {
        _context.ThrowIfCancelled();
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
            case LiteralInline literal:
                _cursor.AppendText(literal.Content.AsSpan());
                break;
            case LineBreakInline { IsHard: true } hard when BreakStart(hard) is var start and >= 0:
                _cursor.AppendVoid(Tags.Br, start);
                _cursor.AppendLineEnd("\n");
                break;
            case LineBreakInline:
                _cursor.AppendLineEnd(LineEnd(inline.Span.Start));
                break;
            case CodeInline code:
                ReadCode(code);
                break;
            case MathInline math:
                ReadMath(math);
                break;
            case EmphasisInline emphasis:
                ReadEmphasis(emphasis);
                break;
            case LinkInline { IsImage: true } image:
                CheckTags(image);
                var description = InlineText.Of(
                    image, lineBreak: '\n', entersImages: true, static inline => (inline as MdxExpressionInline)?.Content.ToString());
                _cursor.AppendVoid(Tags.Img, image.Span.Start, LinkAttributes("src", image.Url, image.Title, description));
                break;
            case LinkInline link:
                ReadContainer(new(Tags.A) { Start = link.Span.Start, Attributes = LinkAttributes("href", link.Url, link.Title, null) }, "link", link);
                break;
            case MdxTagInline tag:
                _cursor.AppendTag(tag.Tag, _append);
                break;
            case MdxExpressionInline expression:
                _cursor.Append(new MdxExpression(expression.Code) { Start = expression.Span.Start, End = expression.Span.End + 1 });
                break;
            case HtmlEntityInline entity:
                _cursor.AppendText(entity.Transcoded.AsSpan());
                break;
            case FootnoteReference reference when _countsReferences:
                _footnotes.AppendReference(_cursor, reference);
                break;
            case AutolinkInline autolink:
                ReadAutolink(autolink);
                break;
            case HtmlInline or TaskList:
                // HTML is dropped; a task's mark is read with the paragraph.
                break;
            case DelimiterInline delimiter:
                _cursor.AppendText(delimiter.ToLiteral());
                ReadChildren(delimiter);
                break;
            case ContainerInline container:
                ReadChildren(container);
                break;
        }
    }

    private static List<JsxAttribute> LinkAttributes(string target, string? url, string? title, string? alternative)
    {
        var attributes = new List<JsxAttribute>(alternative is null ? 1 : 2) { new(target) { Text = LinkAddress.Encode(url ?? "") } };
        if (alternative is not null)
        {
            attributes.Add(new("alt") { Text = alternative });
        }

        if (!string.IsNullOrEmpty(title))
        {
            attributes.Add(new("title") { Text = title });
        }

        return attributes;
    }

    private string LineEnd(int offset)
    {
        var rest = _cursor.Source.AsSpan(offset);
        return rest.StartsWith("\r\n") ? "\r\n" : rest.StartsWith("\r") ? "\r" : "\n";
    }

    /// <summary>Where a hard line break begins, with the space before it; negative where that has a tab in it, which makes the break none.</summary>
    private int BreakStart(LineBreakInline line)
    {
        if (line.IsBackslash)
        {
            return line.Span.Start;
        }

        var before = _cursor.Source.AsSpan(0, line.Span.Start);
        var start = before.TrimEnd(" \t").Length;
        return before[start..].Contains('\t') ? -1 : start;
    }

    /// <summary>Tags in the description of an image are left out, but have to be in order.</summary>
    private void CheckTags(LinkInline image)
    {
        for (Inline? inline = image; inline is not null; inline = InlineOrder.Next(image, inline))
        {
            if (inline is MdxTagInline)
            {
                Check(() =>
                {
                    var place = _cursor.Enter(new(null), "image", image.Span.Start);
                    ReadChildren(image);
                    _cursor.Leave(place);
                });
                return;
            }
        }
    }

    private void ReadCode(CodeInline code)
    {
        var element = new MdxElement(Tags.Code) { Start = code.Span.Start };
        _cursor.Append(element);
        var place = _cursor.Enter(element, "code", code.Span.Start);
        _cursor.AppendText(_isInCell ? WithoutPipeEscapes(code.Content) : code.ContentSpan);
        _cursor.Leave(place);
    }

    private void ReadMath(MathInline math)
    {
        var isDisplay = MathMarkup.IsDisplay(math);
        var element = new MdxElement(Tags.Span)
        {
            Start = math.Span.Start,
            Attributes = [new("className") { Text = isDisplay ? MathMarkup.Display : MathMarkup.Span }],
        };
        _cursor.Append(element);
        var place = _cursor.Enter(element, "math", math.Span.Start);
        _cursor.AppendVerbatim(isDisplay ? MathMarkup.OpenDisplay : MathMarkup.OpenSpan);
        _cursor.AppendVerbatim(math.Content.AsSpan());
        _cursor.AppendVerbatim(isDisplay ? MathMarkup.CloseDisplay : MathMarkup.CloseSpan);
        _cursor.Leave(place);
    }

    /// <summary>In code, a table's cell needs a backslash before a pipe, and nothing else does.</summary>
    private static string WithoutPipeEscapes(string code) => code.Replace(@"\|", "|", StringComparison.Ordinal);

    private void ReadAutolink(AutolinkInline autolink)
    {
        var url = autolink.IsEmail ? "mailto:" + autolink.Url : autolink.Url;
        var element = new MdxElement(Tags.A) { Start = autolink.Span.Start, Attributes = LinkAttributes("href", url, null, null) };
        _cursor.Append(element);
        var place = _cursor.Enter(element, "link", autolink.Span.Start);
        _cursor.AppendText(autolink.Url);
        _cursor.Leave(place);
    }

    private void ReadEmphasis(EmphasisInline emphasis)
    {
        var (name, kind) = emphasis.DelimiterChar is '*' or '_'
            ? emphasis.DelimiterCount == 2 ? (Tags.Strong, "strong emphasis") : (Tags.Em, "emphasis")
            : (Tags.Del, "strikethrough");
        ReadContainer(new(name) { Start = emphasis.Span.Start }, kind, emphasis);
    }

    private void ReadContainer(MdxElement element, string kind, ContainerInline container)
    {
        NestingLimit.Check();
        _cursor.Append(element);
        var place = _cursor.Enter(element, kind, element.Start);
        ReadChildren(container);
        _cursor.Leave(place);
    }
}
