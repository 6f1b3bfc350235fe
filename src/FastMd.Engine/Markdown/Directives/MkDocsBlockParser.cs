using FastMd.Engine.Components;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>
/// Reads the blocks of MkDocs: <c>!!! note "Title"</c>, <c>??? note</c> and <c>=== "Tab"</c>, which hold what is indented by four columns under them,
/// and <c>/// note | Title</c>, which goes to a line of as many slashes.
/// </summary>
internal sealed class MkDocsBlockParser : BlockParser
{
    private const int FewestSlashes = 3;

    private static readonly string[] Slashed = ["details", "tab", "admonition", "html", "caption", "figure-caption", "define"];

    public MkDocsBlockParser() => OpeningCharacters = ['!', '?', '=', '/'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line;
        line.TrimEnd();
        return line.CurrentChar == '/' ? TryOpenSlashes(processor, line) : TryOpenIndented(processor, line);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var directive = (DirectiveBlock)block;
        if (directive.Style == DirectiveStyle.Slashes)
        {
            var line = processor.Line.AsSpan().TrimEnd();
            if (processor.IsCodeIndent || line.Length < directive.Marks || line.ContainsAnyExcept('/') || line.Length == 0)
            {
                processor.GoToColumn(processor.ColumnBeforeIndent);
                return BlockState.Continue;
            }

            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }

        return IndentedContent.TryContinue(processor);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ((DirectiveBlock)block).IsEnded = true;
        return true;
    }

    private BlockState TryOpenIndented(BlockProcessor processor, StringSlice line)
    {
        var text = line.AsSpan();
        var mark = text[0];
        if (text.Length < 4 || text[1] != mark || text[2] != mark || !IsIndentedBelow(processor, line))
        {
            return BlockState.None;
        }

        var at = text[3] is '+' or '!' && mark is '?' or '=' ? 4 : 3;
        var isOpen = at == 4 && mark == '?';
        var rest = text[at..].TrimStart(' ');
        var name = "tab";
        if (mark != '=')
        {
            var length = rest.IndexOfAny(" \"") is >= 0 and var end ? end : rest.Length;
            if (length == 0 || !IsName(rest[..length]))
            {
                return BlockState.None;
            }

            name = rest[..length].ToString().ToLowerInvariant();
            rest = rest[length..].TrimStart(' ');

            // Further words are classes.
            while (rest.Length > 0 && rest[0] != '"')
            {
                length = rest.IndexOfAny(" \"") is >= 0 and var next ? next : rest.Length;
                if (!IsName(rest[..length]))
                {
                    return BlockState.None;
                }

                rest = rest[length..].TrimStart(' ');
            }
        }

        if (rest.Length > 0 ? rest.Length < 2 || rest[0] != '"' || rest[^1] != '"' : mark == '=')
        {
            return BlockState.None;
        }

        var title = rest.Length > 2 ? new StringSlice(line.Text, line.End - rest.Length + 2, line.End - 1) : StringSlice.Empty;
        Open(processor, name, DirectiveStyle.Indented, marks: 3, title, isOpen);
        return BlockState.ContinueDiscard;
    }

    private BlockState TryOpenSlashes(BlockProcessor processor, StringSlice line)
    {
        var text = line.AsSpan();
        var marks = text.IndexOfAnyExcept('/');
        if (marks < FewestSlashes || text[marks] != ' ')
        {
            return BlockState.None;
        }

        var rest = text[marks..].TrimStart(' ');
        var length = rest.IndexOfAny(" |") is >= 0 and var end ? end : rest.Length;
        var name = rest[..length].ToString().ToLowerInvariant();
        var title = rest[length..].TrimStart(' ');
        if ((AlertTones.KindOf(name) is null && !Slashed.Contains(name)) || (title.Length > 0 && title[0] != '|'))
        {
            return BlockState.None;
        }

        title = title.TrimStart("| ");
        Open(
            processor, name, DirectiveStyle.Slashes, marks,
            title.Length > 0 ? new StringSlice(line.Text, line.End - title.Length + 1, line.End) : StringSlice.Empty, isOpen: false);
        return BlockState.ContinueDiscard;
    }

    private void Open(BlockProcessor processor, string name, DirectiveStyle style, int marks, StringSlice title, bool isOpen)
    {
        var block = new DirectiveBlock(this, name, marks)
        {
            Style = style,
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            IsOpenFirst = isOpen,
        };
        if (!title.IsEmpty)
        {
            block.AddLabel(processor, title);
        }

        processor.NewBlocks.Push(block);
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the next line that is not blank is indented further: without one there is nothing in the block, and it is text.</summary>
    private static bool IsIndentedBelow(BlockProcessor processor, StringSlice line)
    {
        var rest = line.Text.AsSpan(line.End + 1);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            var next = (end < 0 ? rest : rest[..end]).TrimEnd(" \t\r");
            if (!next.IsEmpty)
            {
                return ColumnOf(next) >= processor.Column + IndentedContent.Columns;
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return false;
    }

    // In a quote, what stands before the text of a line counts as well.
    private static int ColumnOf(ReadOnlySpan<char> line)
    {
        var column = 0;
        foreach (var character in line)
        {
            if (character is not (' ' or '\t' or '>'))
            {
                break;
            }

            column = character == '\t' ? (column / 4 * 4) + 4 : column + 1;
        }

        return column;
    }
}
