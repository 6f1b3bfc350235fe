using System.Globalization;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Writing;

/// <summary>Writes a tree as Markdown in one style: the same tree is always the same text, and that is read as the same tree.</summary>
internal sealed class MarkdownWriter
{
    private readonly LineWriter _lines = new();
    private readonly InlineWriter _inlines;
    private readonly TableWriter _tables;
    private readonly List<LinePair> _places = [];
    private int _depth;

    private MarkdownWriter(Fragment document)
    {
        _inlines = new(Walk.All(document.Children, entersText: false).Any(static node => node is Footnote));
        _tables = new(_inlines);
    }

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Its text, ended by a line feed where there is any, and where its blocks are from.</returns>
    public static WrittenMarkdown Write(Fragment document)
    {
        var writer = new MarkdownWriter(document);
        writer.WriteBlocks(document.Children, isTight: false);
        if (!writer._lines.IsEmpty)
        {
            writer._lines.EndLine();
        }

        return new(writer._lines.Finish(), writer._places);
    }

    private void WriteBlocks(List<Node> blocks, bool isTight, FirstMark mark = FirstMark.None)
    {
        NestingLimit.Check();
        _depth++;
        var isOther = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0)
            {
                _lines.EndLine();
                if (!isTight)
                {
                    _lines.EndLine();
                }
            }

            // Two lists that touch are told apart by their marks.
            isOther = i > 0 && blocks[i] is ListNode list && blocks[i - 1] is ListNode before
                && list.FirstNumber is null == before.FirstNumber is null && !isOther;
            Write(blocks[i], isOther, isFirst: i == 0, i == 0 ? mark : FirstMark.None);
        }

        _depth--;
    }

    private void Write(Node block, bool isOtherMark, bool isFirst, FirstMark mark)
    {
        if (block.Start >= 0)
        {
            _places.Add(new(_lines.Line, block.Start));
        }

        switch (block)
        {
            case Paragraph paragraph:
                _lines.Write(_inlines.Write(paragraph.Children, new() { FirstMark = mark }));
                break;
            case HeadingNode heading:
                WriteHeading(heading);
                break;
            case ListNode list:
                WriteList(list, isOtherMark);
                break;
            case CodeNode code:
                WriteCode(code);
                break;
            case Quote quote:
                WriteQuote(quote.Children, _depth == 1);
                break;
            case Alert alert:
                WriteAlert(alert);
                break;
            case TableNode table:
                _tables.Write(table, _lines);
                break;
            case Rule:
                // The first in an item of a list would be one rule with the item's mark.
                _lines.Write(isFirst ? "***" : "---");
                break;
            case HtmlNode html:
                _lines.Write(html.Text.ReplaceLineEndings("\n"));
                break;
            case MathNode math:
                _lines.Write($"$$\n{math.Text}\n$$");
                break;
            case Footnote footnote:
                _lines.Write($"[^{footnote.Label}]: ");
                WriteIndented(footnote.Children, "    ");
                break;
            case Directive directive:
                WriteDirective(directive);
                break;
        }
    }

    private void WriteHeading(HeadingNode heading)
    {
        var text = _inlines.Write(heading.Children, new() { IsOneLine = true });
        _lines.Write(new string('#', heading.Level));
        if (text.Length > 0)
        {
            _lines.Write(" ");
            _lines.Write(text);
        }

        if (heading.ChosenId is { } id)
        {
            _lines.Write($" {{#{id}}}");
        }
    }

    private void WriteList(ListNode list, bool isOtherMark)
    {
        var isTight = !list.IsLoose && !list.Children.Exists(static item => NeedsBlankLines(((ListItem)item).Children));
        var number = list.FirstNumber ?? 0;
        for (var i = 0; i < list.Children.Count; i++)
        {
            if (i > 0)
            {
                _lines.EndLine();
                if (!isTight)
                {
                    _lines.EndLine();
                }
            }

            var item = (ListItem)list.Children[i];
            var mark = list.FirstNumber is null
                ? isOtherMark ? "*" : "-"
                : string.Create(CultureInfo.InvariantCulture, $"{number + i}{(isOtherMark ? ')' : '.')}");
            if (item.Start >= 0)
            {
                _places.Add(new(_lines.Line, item.Start));
            }

            _lines.Write(mark);
            if (item.Children.Count == 0)
            {
                continue;
            }

            _lines.Write(" ");
            var outer = _lines.Enter(new string(' ', mark.Length + 1));
            if (item.IsChecked is { } isChecked)
            {
                _lines.Write(isChecked ? "[x] " : "[ ] ");
            }

            WriteBlocks(item.Children, isTight, item.IsChecked is null ? FirstMark.Task : FirstMark.None);
            _lines.Leave(outer);
        }
    }

    /// <summary>Whether two blocks in an item would be read as one without a blank line between them.</summary>
    private static bool NeedsBlankLines(List<Node> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i - 1] is Paragraph or HtmlNode or TableNode && blocks[i] is Paragraph or HtmlNode or TableNode or Rule
                || (blocks[i] is ListNode { FirstNumber: not (null or 1) } && blocks[i - 1] is Paragraph))
            {
                return true;
            }
        }

        return false;
    }

    private void WriteIndented(List<Node> blocks, string marks, FirstMark mark = FirstMark.None)
    {
        var outer = _lines.Enter(marks);
        WriteBlocks(blocks, isTight: false, mark);
        _lines.Leave(outer);
    }

    private void WriteQuote(List<Node> blocks, bool isAtTop)
    {
        _lines.Write(blocks.Count == 0 ? ">" : "> ");
        WriteIndented(blocks, "> ", isAtTop ? FirstMark.Alert : FirstMark.None);
    }

    private void WriteAlert(Alert alert)
    {
        _lines.Write($"> [!{alert.Kind.ToUpperInvariant()}]");
        var outer = _lines.Enter("> ");
        if (alert.Children.Count > 0)
        {
            _lines.EndLine();
            if (alert.Children[0] is HtmlNode or TableNode or Rule or MathNode or ListNode { FirstNumber: not (null or 1) })
            {
                // It would go on the line of the kind, or be taken for its text.
                _lines.EndLine();
            }

            WriteBlocks(alert.Children, isTight: false);
        }

        _lines.Leave(outer);
    }

    private void WriteCode(CodeNode code)
    {
        var mark = code.Info.Contains('`', StringComparison.Ordinal) ? '~' : '`';
        var fence = new string(mark, Math.Max(3, InlineWriter.RunsOf(code.Text, mark).DefaultIfEmpty().Max() + 1));
        _lines.Write(fence);
        _lines.Write(InlineWriter.Escaped(code.Info));
        _lines.EndLine();
        _lines.Write(code.Text);
        _lines.Write(fence);
    }

    private void WriteDirective(Directive directive)
    {
        _lines.Write(directive.Opening);
        _lines.EndLine();
        if (directive.Closing is null)
        {
            _lines.EndLine();
            var outer = _lines.Enter("    ");
            WriteBlocks(directive.Children, isTight: false);
            _lines.Leave(outer);
            return;
        }

        _lines.EndLine();
        var blocks = directive.Children;
        WriteBlocks(blocks, isTight: false);
        if (blocks.Count > 0)
        {
            _lines.EndLine();
            _lines.EndLine();
        }

        _lines.Write(directive.Closing);
    }
}

/// <summary>A document as Markdown.</summary>
/// <param name="Text">The text.</param>
/// <param name="Places">Where its blocks begin, in the order of the text.</param>
internal sealed record WrittenMarkdown(string Text, IReadOnlyList<LinePair> Places);

/// <summary>Where a block is from.</summary>
/// <param name="Line">The line of the text that it begins in, from 1.</param>
/// <param name="Offset">Where it begins in the source.</param>
internal readonly record struct LinePair(int Line, int Offset);
