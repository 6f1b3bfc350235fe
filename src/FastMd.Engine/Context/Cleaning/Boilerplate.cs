using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Drops paragraphs and items of lists that hold nothing but links for a reader's browser, such as "Edit this page".</summary>
/// <param name="texts">The texts of such links, one a line.</param>
internal sealed class Boilerplate(string texts)
{
    private readonly HashSet<string> _texts = new(
        texts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Drops them from among blocks.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Drop(List<Node> blocks)
    {
        var dropped = blocks.RemoveAll(IsBoilerplate) > 0;
        foreach (var block in blocks)
        {
            if (block is Parent parent and not (Paragraph or HeadingNode or TableNode))
            {
                dropped |= Drop(parent.Children);
            }
        }

        return dropped | blocks.RemoveAll(static block => block is ListNode { Children.Count: 0 }) > 0;
    }

    private bool IsBoilerplate(Node block) => block switch
    {
        Paragraph paragraph => paragraph.Children.Exists(static node => node is Link) && paragraph.Children.TrueForAll(IsPart),
        ListItem { Children: [Paragraph only] } => IsBoilerplate(only),
        _ => false,
    };

    private bool IsPart(Node node) => node switch
    {
        Link { IsImage: false } link => _texts.Contains(PlainText.Of(link.Children).Trim(' ', '\n', '←', '→', '«', '»', '‹', '›')),
        Text text => text.Value.AsSpan().Trim(" \n|·•-–—/←→").IsEmpty,
        _ => false,
    };
}
