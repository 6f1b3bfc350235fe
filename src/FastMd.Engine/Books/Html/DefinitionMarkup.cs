using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Lists of definitions: an item for each, which begins with its terms in bold.</summary>
internal static class DefinitionMarkup
{
    /// <summary>Adds a list of definitions.</summary>
    public static void Add(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.EndParagraph();
        var list = new ListNode();
        var isBehindTerm = false;
        foreach (var child in element.Elements.SelectMany(static child => child.Name == "div" ? child.Elements : [child]))
        {
            var inner = new Flow(converter.Anchors, outer: flow);
            converter.Add(child, inner);
            inner.EndParagraph();
            var blocks = inner.Blocks;
            if (blocks.Count == 0)
            {
                continue;
            }

            var isTerm = child.Name == "dt";
            var item = list.Last as ListItem;
            if (item is null || (isTerm && !isBehindTerm))
            {
                list.Children.Add(new ListItem { Children = blocks });
            }
            else if (isBehindTerm && item.Last is Paragraph term && blocks[0] is Paragraph first)
            {
                // The term and what follows it are one paragraph: another term on its own line, a definition behind a colon.
                term.Children.AddRange(isTerm ? [new HardBreak(), .. first.Children] : [new Text(": "), .. first.Children]);
                item.Children.AddRange(blocks.Skip(1));
            }
            else
            {
                item.Children.AddRange(blocks);
            }

            isBehindTerm = isTerm;
        }

        if (list.Children.Count > 0)
        {
            flow.Block(list);
        }
    }
}
