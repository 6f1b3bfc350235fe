using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Epub;

/// <summary>Takes a note's own number away, which its label says, and what stood around it.</summary>
internal static class NoteText
{
    private static readonly char[] Around = [' ', '.', ')', ']', ':', '[', '(', '\u2002', '\u2003', '\u2009'];

    /// <summary>The blocks of a note, without its number.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="mark">What refers to the note.</param>
    public static List<Node> Trimmed(List<Node> blocks, string mark)
    {
        if (blocks is not [Paragraph first, ..])
        {
            return blocks;
        }

        var number = mark.Trim(Around);
        var hasNumber = number.Length == 0;
        for (var at = first.Children.FindIndex(static node => node is not InlineHtml); at >= 0 && at < first.Children.Count && first.Children[at] is Text text;)
        {
            var rest = text.Value.TrimStart(Around);
            if (!hasNumber && rest.StartsWith(number, StringComparison.Ordinal) && (rest.Length == number.Length || !char.IsLetterOrDigit(rest[number.Length])))
            {
                hasNumber = true;
                rest = rest[number.Length..].TrimStart(Around);
            }

            if (rest.Length > 0)
            {
                first.Children[at] = new Text(rest);
                break;
            }

            first.Children.RemoveAt(at);
            RemoveEmpty(first.Children, ref at);
        }

        if (first.Children.Count == 0)
        {
            blocks.RemoveAt(0);
        }

        return blocks;
    }

    /// <summary>Takes away what was around the text before a place and holds nothing now: a raised number leaves its tags.</summary>
    private static void RemoveEmpty(List<Node> nodes, ref int at)
    {
        if (at > 0 && at < nodes.Count && nodes[at - 1] is InlineHtml { Text: "<sup>" } && nodes[at] is InlineHtml { Text: "</sup>" })
        {
            nodes.RemoveRange(at - 1, 2);
            at--;
        }
    }
}
