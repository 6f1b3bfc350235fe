using System.Globalization;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Lists. Where numbers jump another list begins; letters and Roman numbers stand in the text, since Markdown counts in digits.</summary>
internal static class ListMarkup
{
    private const int Largest = 999_999_999;

    /// <summary>Adds a list.</summary>
    public static void Add(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.EndParagraph();
        var isCounted = element.Name == "ol" && (converter.Context.LookOf(element) & TextLook.NoMarks) == 0;
        var type = isCounted ? element["type"] ?? "1" : "";
        var isReversed = element["reversed"] is not null;
        var number = int.TryParse(element["start"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start
            : isReversed ? element.Elements.Count(static child => child.Name == "li") : 1;
        var lists = new List<ListNode>();
        var expected = int.MinValue;
        foreach (var child in element.Children)
        {
            if (child is not MarkupElement { Name: "li" } item)
            {
                AddOther(converter, child, lists, flow);
                continue;
            }

            if (int.TryParse(item["value"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given))
            {
                number = given;
            }

            var blocks = ItemOf(converter, item, flow);
            if (blocks.Count > 0)
            {
                var label = isCounted && (type is "a" or "A" or "i" or "I" || number is < 0 or > Largest) ? ListNumber.Of(number, type) : null;
                if (label is not null)
                {
                    Prepend(blocks, label + ". ");
                }

                int? first = isCounted && label is null ? number : null;
                if (lists.Count == 0 || (first is not null && first != expected) || lists[^1].FirstNumber is null != first is null)
                {
                    lists.Add(new() { FirstNumber = first });
                }

                lists[^1].Children.Add(new ListItem { Children = blocks });
                expected = number + 1;
            }

            number += isReversed ? -1 : 1;
        }

        foreach (var list in lists)
        {
            flow.Block(list);
        }
    }

    private static List<Node> ItemOf(MarkupConverter converter, MarkupElement item, Flow flow)
    {
        var inner = new Flow(converter.Anchors, outer: flow);
        converter.Add(item, inner);
        inner.EndParagraph();
        return inner.Blocks;
    }

    /// <summary>What stands in a list and in no item: it belongs to the item before.</summary>
    private static void AddOther(MarkupConverter converter, MarkupNode child, List<ListNode> lists, Flow flow)
    {
        var inner = new Flow(converter.Anchors, outer: flow);
        if (child is MarkupElement element)
        {
            converter.Add(element, inner);
        }
        else
        {
            inner.Text(((MarkupText)child).Value);
        }

        inner.EndParagraph();
        if (inner.Blocks.Count == 0)
        {
            return;
        }

        if (lists.Count > 0)
        {
            ((ListItem)lists[^1].Children[^1]).Children.AddRange(inner.Blocks);
            return;
        }

        foreach (var block in inner.Blocks)
        {
            flow.Block(block);
        }
    }

    private static void Prepend(List<Node> blocks, string label)
    {
        if (blocks[0] is Paragraph first)
        {
            first.Children.Insert(0, new Text(label));
        }
        else
        {
            blocks.Insert(0, new Paragraph { Children = [new Text(label.TrimEnd())] });
        }
    }
}
