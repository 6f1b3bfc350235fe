using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Directives;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Markdown.Mathematics;
using FastMd.Engine.Mdx.Syntax;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Puts blocks into the tree.</summary>
internal sealed class BlockReader
{
    private static readonly JsxAttribute[] TaskList = [new("className") { Text = "contains-task-list" }];
    private static readonly JsxAttribute[] TaskItem = [new("className") { Text = "task-list-item" }];
    private static readonly JsxAttribute Checkbox = new("type") { Text = "checkbox" };
    private static readonly JsxAttribute[] Unchecked = [Checkbox, new("disabled")];
    private static readonly JsxAttribute[] Checked = [Checkbox, new("checked"), new("disabled")];

    private readonly TreeCursor _cursor;
    private readonly InlineReader _inlines;
    private readonly TableReader _tables;
    private readonly HeadingList? _headings;
    private readonly Action<MdxNode> _append;
    private Spacing _spacing;
    private bool _isFirst = true;
    private bool _endsInline;

    public BlockReader(TreeCursor cursor, InlineReader inlines, HeadingList? headings)
    {
        _cursor = cursor;
        _inlines = inlines;
        _headings = headings;
        _tables = new(cursor, inlines);
        _append = Append;
    }

    /// <summary>How blocks are set apart from each other.</summary>
    private enum Spacing
    {
        /// <summary>A line end between them.</summary>
        Between,

        /// <summary>A line end around each.</summary>
        Around,

        /// <summary>Around each; nothing where there is none.</summary>
        Loose,

        /// <summary>Like <see cref="Loose"/>, but paragraphs are no elements and stand without.</summary>
        Tight,
    }

    /// <summary>Puts blocks at the top level.</summary>
    public void ReadDocument(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            Read(block);
        }
    }

    /// <summary>Puts blocks into an element, each between line ends.</summary>
    public void ReadInto(MdxElement element, ContainerBlock blocks, string kind) => ReadContainer(element, blocks, kind, Spacing.Around);

    /// <summary>Puts an element at the top level after all else.</summary>
    public void Append(MdxNode node)
    {
        Separate();
        _cursor.Append(node);
    }

    private void Read(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                ReadParagraph(paragraph);
                break;
            case MdxFlow flow:
                ReadFlow(flow);
                break;
            case HeadingBlock heading:
                ReadHeading(heading);
                break;
            case MathBlock math:
                ReadMath(math);
                break;
            case CodeBlock code:
                ReadCode(code);
                break;
            case ListBlock list:
                ReadList(list);
                break;
            case PipeTable table:
                var element = _tables.Read(table);
                Append(element);
                break;
            case AlertBlock alert:
                GitHubAlertRenderer.TakeEmptyParagraph(alert);
                ReadAlert(alert, AlertMarkup.KindOf(alert.Kind.AsSpan())!, null);
                break;
            case DirectiveBlock directive:
                ReadDirective(directive);
                break;
            case QuoteBlock quote:
                ReadContainer(Opened(Tags.Blockquote, quote), quote, "quote", Spacing.Around);
                break;
            case ThematicBreakBlock rule:
                Append(new MdxElement(Tags.Hr) { Start = rule.Span.Start });
                break;
            case FootnoteDefinition footnote:
                CheckFootnote(footnote);
                break;
            case MdxModule or HtmlBlock:
                // They leave nothing here but their place.
                Separate();
                break;
        }
    }

    /// <summary>
    /// A footnote is written where the footnotes stand, if it is referred to; but its tags have to be in order where it stands.
    /// </summary>
    private void CheckFootnote(FootnoteDefinition footnote) => _inlines.Check(() => ReadInto(new(null), footnote, "footnote"));

    private MdxElement Opened(JsxName name, Block block)
    {
        var element = new MdxElement(name) { Start = block.Span.Start };
        Append(element);
        return element;
    }

    /// <summary>Writes the line end before a block, where there is one.</summary>
    private void Separate()
    {
        if (_cursor.IsDirect)
        {
            if (_spacing != Spacing.Between || !_isFirst)
            {
                _cursor.AppendSeparator();
            }

            _isFirst = _endsInline = false;
        }
    }

    private void ReadContainer(MdxElement element, ContainerBlock blocks, string kind, Spacing spacing)
    {
        NestingLimit.Check();
        var (outerSpacing, outerFirst, outerInline) = (_spacing, _isFirst, _endsInline);
        (_spacing, _isFirst, _endsInline) = (spacing, true, false);
        var place = _cursor.Enter(element, kind, blocks.Span.Start);
        foreach (var block in blocks)
        {
            Read(block);
        }

        if (spacing == Spacing.Around || (!_isFirst && !_endsInline))
        {
            _cursor.AppendSeparator();
        }

        _cursor.Leave(place);
        (_spacing, _isFirst, _endsInline) = (outerSpacing, outerFirst, outerInline);
    }

    private void ReadFlow(MdxFlow flow)
    {
        foreach (var part in flow.Parts)
        {
            if (part.Tag is { } tag)
            {
                _cursor.AppendTag(tag, _append);
            }
            else
            {
                Append(new MdxExpression(part.Code) { Start = part.Start, End = part.End });
            }
        }
    }

    private void ReadHeading(HeadingBlock heading)
    {
        var element = Opened(Tags.Heading(heading.Level), heading);
        if ((_headings is null ? HeadingList.ChosenId(heading) : _headings.Add(heading)) is { } attributes)
        {
            element.Attributes = attributes;
        }

        var place = _cursor.Enter(element, "heading", heading.Span.Start);
        _inlines.Read(heading);
        _cursor.Leave(place);
    }

    private void ReadCode(CodeBlock block)
    {
        var code = new MdxElement(Tags.Code) { Start = block.Span.Start };
        if (block is FencedCodeBlock { Info: { Length: > 0 } info })
        {
            code.Attributes = [new("className") { Text = "language-" + FirstWord(info) }];
        }

        var pre = Opened(Tags.Pre, block);
        pre.CodeInfo = (block as FencedCodeBlock)?.Info ?? "";
        pre.CodeArguments = (block as FencedCodeBlock)?.Arguments;
        pre.Append(code);
        var place = _cursor.Enter(code, "code", block.Span.Start);
        var lines = block.Lines;
        for (var i = 0; i < lines.Count && !(lines.Count == 1 && lines.Lines[0].Slice.IsEmpty); i++)
        {
            _cursor.AppendVerbatim(lines.Lines[i].Slice.AsSpan());
            _cursor.AppendVerbatim(i < lines.Count - 1 ? lines.Lines[i].NewLine.AsString() : "\n");
        }

        _cursor.Leave(place);
    }

    private void ReadMath(MathBlock block)
    {
        var element = Opened(Tags.Div, block);
        element.Attributes = [new("className") { Text = MathMarkup.Display }];
        var place = _cursor.Enter(element, "math", block.Span.Start);
        _cursor.AppendVerbatim(MathMarkup.OpenDisplay);
        var lines = block.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            _cursor.AppendVerbatim("\n");
            _cursor.AppendVerbatim(lines.Lines[i].Slice.AsSpan());
        }

        _cursor.AppendVerbatim("\n" + MathMarkup.CloseDisplay);
        _cursor.Leave(place);
    }

    private void ReadDirective(DirectiveBlock directive)
    {
        if (directive.AlertKind is { } kind)
        {
            ReadAlert(directive, kind, directive);
            return;
        }

        var isDetails = directive.Name == DirectiveNames.Details;
        var element = Opened(isDetails ? Tags.Details : Tags.Div, directive);
        element.Attributes = !isDetails ? [new("className") { Text = DirectiveRenderer.ClassesOf(directive) }] : directive.IsOpenFirst ? [new("open")] : [];
        if (isDetails || directive.Label is not null)
        {
            element.Append(new MdxElement(isDetails ? Tags.Summary : Tags.P) { Attributes = isDetails ? [] : [new("className") { Text = DirectiveRenderer.TitleClass }] });
            ReadLabel((MdxElement)element.LastChild!, directive, isDetails ? DirectiveRenderer.DetailsTitle : "");
        }

        ReadContainer(element, directive, "directive", Spacing.Around);
    }

    private void ReadAlert(ContainerBlock alert, string kind, DirectiveBlock? directive)
    {
        var element = Opened(Tags.Div, alert);
        element.Attributes = [new("className") { Text = AlertMarkup.ClassesOf(kind) }];
        var title = AlertElements.TitleWithIcon(kind);
        element.Append(title);
        ReadLabel(title, directive, AlertMarkup.TitleOf(directive?.Name ?? kind));
        ReadContainer(element, alert, "alert", Spacing.Around);
    }

    private void ReadLabel(MdxElement element, DirectiveBlock? directive, string otherwise)
    {
        var place = _cursor.Enter(element, "title", directive?.Span.Start ?? -1);
        if (directive?.Label is { } label)
        {
            _inlines.Read(label);
        }
        else
        {
            _cursor.AppendVerbatim(otherwise);
        }

        _cursor.Leave(place);
    }

    private static string FirstWord(string info)
    {
        var length = 0;
        while (length < info.Length && !JavaScriptSpace.Contains(info[length]))
        {
            length++;
        }

        return info[..length];
    }

    private void ReadList(ListBlock list)
    {
        var element = Opened(list.IsOrdered ? Tags.Ol : Tags.Ul, list);
        if (list is { IsOrdered: true, OrderedStart: { } start } && start.TrimStart('0') is var number and not "1")
        {
            element.Attributes = [new("start") { Text = number.Length == 0 ? "0" : number }];
        }

        var place = _cursor.Enter(element, "list", list.Span.Start);
        _cursor.AppendSeparator();
        var hasTasks = false;
        foreach (var block in list)
        {
            var item = (ListItemBlock)block;
            var li = new MdxElement(Tags.Li) { Start = item.Span.Start };
            if (TaskOf(item) is not null)
            {
                hasTasks = true;
                li.Attributes = TaskItem;
            }

            _cursor.Append(li);
            ReadContainer(li, item, "list item", list.IsLoose ? Spacing.Loose : Spacing.Tight);
            _cursor.AppendSeparator();
        }

        _cursor.Leave(place);
        if (hasTasks)
        {
            element.Attributes = [.. element.Attributes, .. TaskList];
        }
    }

    private static TaskList? TaskOf(ListItemBlock item)
        => item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskList task } ? task : null;

    private void ReadParagraph(ParagraphBlock paragraph)
    {
        var element = new MdxElement(Tags.P) { Start = paragraph.Span.Start };
        var place = _cursor.Enter(element, "paragraph", paragraph.Span.Start);
        _inlines.Read(paragraph);
        _cursor.Leave(place);

        var isBare = HoldsOnlyMarkup(element);
        if (paragraph.Inline?.FirstChild is TaskList task)
        {
            // The reference has the text after the marker begin the paragraph.
            var marker = element.FirstChild is MdxText ? "[ ] ".Length : 0;
            var marked = new MdxElement(Tags.P) { Start = element.Start + marker };
            marked.Append(new MdxElement(Tags.Input) { Attributes = task.Checked ? Checked : Unchecked });
            if (!isBare)
            {
                MoveInto(marked, element);
            }

            AppendParagraph(marked);
        }
        else if (!isBare)
        {
            AppendParagraph(element);
        }

        if (isBare)
        {
            AppendMarkup(element);
        }
    }

    private void MoveInto(MdxElement target, MdxElement from)
    {
        if (from.FirstChild is not null)
        {
            var place = _cursor.Enter(target, "paragraph", target.Start);
            _cursor.AppendVerbatim(" ");
            _cursor.Leave(place);
        }

        for (var node = from.TakeChildren(); node is not null;)
        {
            var next = node.Next;
            target.Append(node);
            node = next;
        }
    }

    /// <summary>Puts a paragraph into the tree; in a tight list, what it holds.</summary>
    private void AppendParagraph(MdxElement paragraph)
    {
        if (_spacing != Spacing.Tight || !_cursor.IsDirect)
        {
            Append(paragraph);
            return;
        }

        if (!_isFirst)
        {
            _cursor.AppendSeparator();
        }

        for (var node = paragraph.TakeChildren(); node is not null;)
        {
            var next = node.Next;
            _cursor.Append(node);
            node = next;
        }

        _isFirst = false;
        _endsInline = true;
    }

    /// <summary>Puts what a paragraph holds into the tree, without the space in between.</summary>
    private void AppendMarkup(MdxElement paragraph)
    {
        for (var node = paragraph.TakeChildren(); node is not null;)
        {
            var next = node.Next;
            if (node is not MdxText text || _cursor.Tree.TextOf(text).ContainsAny('\f', '\v'))
            {
                Append(node);
            }

            node = next;
        }
    }

    /// <summary>Whether a paragraph holds tags and expressions with nothing but space between them.</summary>
    private bool HoldsOnlyMarkup(MdxElement paragraph)
    {
        var hasMarkup = false;
        for (var node = paragraph.FirstChild; node is not null; node = node.Next)
        {
            switch (node)
            {
                case MdxText text when _cursor.Tree.TextOf(text).Trim(" \t\r\n\f\v").IsEmpty:
                    break;
                case MdxExpression or MdxElement { IsAuthored: true }:
                    hasMarkup = true;
                    break;
                default:
                    return false;
            }
        }

        return hasMarkup;
    }
}
