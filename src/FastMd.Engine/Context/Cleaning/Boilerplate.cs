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
        var dropped = blocks.RemoveAll(IsBoilerplate);
        var holders = new List<List<Node>> { blocks };
        foreach (var parent in Walk.All(blocks, entersText: false).OfType<Parent>())
        {
            dropped += parent.Children.RemoveAll(IsBoilerplate);
            holders.Add(parent.Children);
        }

        // Lists that are empty now, the innermost first.
        for (var i = holders.Count - 1; i >= 0 && dropped > 0; i--)
        {
            holders[i].RemoveAll(static block => block is ListNode { Children.Count: 0 });
        }

        return dropped > 0;
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
