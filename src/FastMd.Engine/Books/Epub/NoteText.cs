using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Epub;

/// <summary>Takes away what stood around a note's own number.</summary>
internal static class NoteText
{
    /// <summary>The blocks of a note, without the marks that a number leaves behind where it is taken away.</summary>
    public static List<Node> Trimmed(List<Node> blocks)
    {
        if (blocks is [Paragraph first, ..])
        {
            var at = first.Children.FindIndex(static node => node is not InlineHtml);
            if (at >= 0 && first.Children[at] is Text text)
            {
                first.Children[at] = new Text(text.Value.TrimStart(' ', '.', ')', ']', ':', '[', '(', '\u2002', '\u2003', '\u2009'));
                if (((Text)first.Children[at]).Value.Length == 0)
                {
                    first.Children.RemoveAt(at);
                }
            }

            if (first.Children.Count == 0)
            {
                blocks.RemoveAt(0);
            }
        }

        return blocks;
    }
}
