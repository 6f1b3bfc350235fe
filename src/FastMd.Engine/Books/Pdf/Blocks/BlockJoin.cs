namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Decides whether a block goes on in the next column or on the next page. That depends on the two alone.</summary>
internal static class BlockJoin
{
    /// <summary>Whether one block is the rest of another.</summary>
    public static bool GoesOn(Block one, Block next) => (one, next) switch
    {
        (ParagraphBlock paragraph, ParagraphBlock rest) => GoesOn(paragraph, rest),
        (ListBlock list, ParagraphBlock rest) => list.Items is [.., var last] && last.IsFull && !rest.IsFootnote && IsOpen(last.Text, rest.Text),
        (ListBlock list, ListBlock rest) => GoesOn(list, rest),
        (TableBlock table, TableBlock rest) => table.Table.Columns == rest.Table.Columns
            && Math.Abs(table.Table.Box.Left - rest.Table.Box.Left) < 6 && Math.Abs(table.Table.Box.Right - rest.Table.Box.Right) < 6,
        (CodeBlock, CodeBlock) => true,
        _ => false,
    };

    /// <summary>Adds the rest of a block to it.</summary>
    public static void Add(Block one, Block next, HyphenRule hyphens)
    {
        switch (one, next)
        {
            case (ParagraphBlock paragraph, ParagraphBlock rest):
                paragraph.Text.AddAll(rest.Text, hyphens);
                paragraph.IsFull = rest.IsFull;
                break;
            case (ListBlock list, ParagraphBlock rest):
                list.Items[^1].Text.AddAll(rest.Text, hyphens);
                list.Items[^1].IsFull = rest.IsFull;
                break;
            case (ListBlock list, ListBlock rest):
                list.Items.AddRange(rest.Items);
                break;
            case (TableBlock table, TableBlock rest):
                table.Rows.AddRange(HasSameHead(table, rest) ? rest.Rows.Skip(1) : rest.Rows);
                break;
            case (CodeBlock code, CodeBlock rest):
                code.Lines.AddRange(rest.Lines);
                break;
        }
    }

    private static bool GoesOn(ParagraphBlock one, ParagraphBlock rest)
        => one.IsFootnote == rest.IsFootnote && !one.IsFootnote && Math.Abs(one.Size - rest.Size) < 0.06f * one.Size && one.IsFull && IsOpen(one.Text, rest.Text)
            && (!rest.IsIndented || char.IsLower(FirstOf(rest.Text)));

    private static bool GoesOn(ListBlock one, ListBlock rest)
    {
        if (one.Items.Count == 0 || rest.Items.Count == 0)
        {
            return false;
        }

        var (last, next) = (one.Items[^1], rest.Items[0]);
        return next.Number is { } number
            ? one.Items.FindLast(item => item.Number is not null && item.Level == next.Level)?.Number == number - 1
            : last.Number is null;
    }

    private static bool IsOpen(StyledText text, StyledText rest)
    {
        if (text.IsEmpty || rest.IsEmpty)
        {
            return false;
        }

        var first = FirstOf(rest);
        return text.Last is '-' or '\u00AD' or ',' || (text.Last is not ('.' or '!' or '?' or ':' or '”' or '"' or '。') ? char.IsLetter(first) || first is '(' or '“' : char.IsLower(first));
    }

    private static char FirstOf(StyledText text) => text.Runs.Count > 0 ? text.Runs[0].Text[0] : '\0';

    private static bool HasSameHead(TableBlock one, TableBlock other)
        => one.Rows.Count > 0 && other.Rows.Count > 0 && one.Rows[0].Select(static cell => cell.Plain).SequenceEqual(other.Rows[0].Select(static cell => cell.Plain));
}
