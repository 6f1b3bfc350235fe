using System.Text;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Markdown.Directives;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Syntax;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace FastMd.Engine.Context.Reading;

/// <summary>Makes the tree of a document of what Markdig read, as Markdown or as MDX.</summary>
internal sealed class TreeReader
{
    private readonly InlineReader _inlines;
    private readonly TreeCursor _cursor;
    private readonly string _source;
    private readonly string _body;
    private readonly int _bodyStart;
    private readonly GitHubSlugger _slugger;
    private readonly CancellationToken _cancellation;

    /// <param name="source">The document.</param>
    /// <param name="body">The end of it, which was parsed.</param>
    /// <param name="isMdx">Whether it was read as MDX.</param>
    /// <param name="slugger">Makes the ids of headings.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned.</param>
    public TreeReader(string source, string body, bool isMdx, GitHubSlugger slugger, CancellationToken cancellation)
    {
        _source = source;
        _body = body;
        _bodyStart = source.Length - body.Length;
        _slugger = slugger;
        _cancellation = cancellation;
        _cursor = new();
        _inlines = new(_cursor, source, _bodyStart, isMdx);
    }

    /// <summary>Reads a document.</summary>
    public Fragment Read(MarkdownDocument document)
    {
        ReadAll(document);
        return _cursor.Root;
    }

    private void ReadAll(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            _cancellation.ThrowIfCancellationRequested();
            Read(block);
        }
    }

    private void Read(Block block)
    {
        var start = _bodyStart + block.Span.Start;
        switch (block)
        {
            case ParagraphBlock paragraph:
                ReadParagraph(paragraph, start);
                break;
            case MdxFlow flow:
                ReadFlow(flow);
                break;
            case HeadingBlock heading:
                ReadHeading(heading, start);
                break;
            case MathBlock math:
                _cursor.Append(new MathNode(Lines(math, ends: false)) { Start = start });
                break;
            case CodeBlock code:
                _cursor.Append(new CodeNode { Start = start, Text = Lines(code, ends: true), Info = InfoOf(code) });
                break;
            case ListBlock list:
                ReadList(list, start);
                break;
            case PipeTable table:
                ReadTable(table, _bodyStart + table[0].Span.Start);
                break;
            case AlertBlock alert:
                GitHubAlertRenderer.TakeEmptyParagraph(alert);
                ReadInto(new Alert(AlertMarkup.KindOf(alert.Kind.AsSpan())!) { Start = start }, alert);
                break;
            case DirectiveBlock directive:
                ReadDirective(directive, start);
                break;
            case QuoteBlock quote:
                ReadInto(new Quote { Start = start }, quote);
                break;
            case ThematicBreakBlock:
                _cursor.Append(new Rule { Start = start });
                break;
            case FootnoteDefinition footnote:
                ReadInto(new Footnote(footnote.Label) { Start = start }, footnote);
                break;
            case HtmlBlock html:
                _cursor.Append(new HtmlNode(HtmlBlockText.Of(html)) { Start = start, LineStarts = [.. HtmlPlaces.LineStarts(html, _body).Select(line => _bodyStart + line)] });
                break;
        }
    }

    private void ReadInto(Parent node, ContainerBlock blocks)
    {
        NestingLimit.Check();
        var outer = _cursor.Enter(node);
        ReadAll(blocks);
        _cursor.Leave(outer);
    }

    private void ReadInlines(Parent node, LeafBlock block)
    {
        var outer = _cursor.Enter(node);
        _inlines.Read(block);
        _cursor.Leave(outer);
    }

    private void ReadParagraph(ParagraphBlock block, int start)
    {
        var paragraph = new Paragraph { Start = start };
        var outer = _cursor.EnterDetached(paragraph);
        _inlines.Read(block);
        _cursor.Leave(outer);
        if (HoldsOnlyMarkup(paragraph))
        {
            // What stands alone on its lines is no text: the same rule as in MDX.
            _cursor.Append(new Boundary());
            foreach (var node in paragraph.Children)
            {
                _cursor.Append(node);
            }

            _cursor.Append(new Boundary());
        }
        else if (paragraph.Children.Count > 0)
        {
            _cursor.Append(paragraph);
        }
    }

    private static bool HoldsOnlyMarkup(Paragraph paragraph)
    {
        var hasMarkup = false;
        foreach (var node in paragraph.Children)
        {
            if (node is Element or ExpressionNode)
            {
                hasMarkup = true;
            }
            else if (node is not Text text || !text.Value.AsSpan().IsWhiteSpace())
            {
                return false;
            }
        }

        return hasMarkup;
    }

    private void ReadFlow(MdxFlow flow)
    {
        _cursor.Append(new Boundary());
        for (var i = 0; i < flow.Parts.Count; i++)
        {
            var part = flow.Parts[i];
            if (i > 0 && part.Start > flow.Parts[i - 1].End)
            {
                _cursor.AppendText(" ");
            }

            if (part.Tag is { } tag)
            {
                _cursor.AppendTag(tag);
            }
            else
            {
                _cursor.Append(new ExpressionNode(part.Code) { Start = part.Start });
            }
        }

        _cursor.Append(new Boundary());
    }

    private void ReadHeading(HeadingBlock heading, int start)
        => ReadInlines(
            new HeadingNode(heading.Level)
            {
                Start = start,
                ChosenId = CustomHeadingId.Of(heading),
                Id = HeadingIds.Id(heading, HeadingText.Of(heading), _slugger),
            },
            heading);

    private static string InfoOf(CodeBlock code)
        => code is not FencedCodeBlock fence ? "" : string.IsNullOrEmpty(fence.Arguments) ? fence.Info ?? "" : $"{fence.Info} {fence.Arguments}";

    private static string Lines(LeafBlock block, bool ends)
    {
        var lines = block.Lines;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(lines.Lines[i].Slice.AsSpan()).Append(ends || i < lines.Count - 1 ? "\n" : "");
        }

        return text.ToString();
    }

    private void ReadList(ListBlock list, int start)
    {
        NestingLimit.Check();
        var node = new ListNode
        {
            Start = start,
            FirstNumber = !list.IsOrdered ? null : int.TryParse(list.OrderedStart, out var number) ? number : 1,
            IsLoose = list.IsLoose,
        };
        var outer = _cursor.Enter(node);
        foreach (var block in list)
        {
            var item = (ListItemBlock)block;
            ReadInto(new ListItem { Start = _bodyStart + item.Span.Start, IsChecked = TaskOf(item)?.Checked }, item);
        }

        _cursor.Leave(outer);
    }

    private static TaskList? TaskOf(ListItemBlock item)
        => item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskList task } ? task : null;

    private void ReadTable(PipeTable table, int start)
    {
        var node = new TableNode([.. table.ColumnDefinitions.Select(static column => SideOf(column.Alignment))]) { Start = start };
        var outer = _cursor.Enter(node);
        foreach (var block in table)
        {
            var row = (TableRow)block;
            var outerOfRow = _cursor.Enter(new TableRowNode { Start = _bodyStart + row.Span.Start });
            foreach (var cell in row)
            {
                var content = new TableCellNode { Start = _bodyStart + cell.Span.Start };
                var outerOfCell = _cursor.Enter(content);
                if (cell is TableCell { Count: > 0 } filled)
                {
                    _inlines.Read((LeafBlock)filled[0]);
                }

                _cursor.Leave(outerOfCell);
            }

            _cursor.Leave(outerOfRow);
        }

        _cursor.Leave(outer);
    }

    private static ColumnSide SideOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => ColumnSide.Left,
        TableColumnAlign.Center => ColumnSide.Center,
        TableColumnAlign.Right => ColumnSide.Right,
        _ => ColumnSide.None,
    };

    private void ReadDirective(DirectiveBlock directive, int start)
    {
        Fragment? label = null;
        if (directive.Label is { } title)
        {
            label = new();
            var outer = _cursor.EnterDetached(label);
            _inlines.Read(title);
            _cursor.Leave(outer);
        }

        ReadInto(
            new Directive(directive.Name)
            {
                Start = start,
                Label = label,
                Opening = LineAt(start),
                Closing = directive.Style switch { DirectiveStyle.Colons => new(':', directive.Marks), DirectiveStyle.Slashes => new('/', directive.Marks), _ => null },
                IsTab = directive is { Style: not DirectiveStyle.Colons, Name: "tab" },
                IsAlert = directive.Style == DirectiveStyle.Indented,
            },
            directive);
    }

    private string LineAt(int start)
    {
        var rest = _source.AsSpan(start);
        return (rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest).TrimEnd(" \t").ToString();
    }
}
