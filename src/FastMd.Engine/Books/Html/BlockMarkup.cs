using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Elements that begin lines: blocks, and what holds them.</summary>
internal static class BlockMarkup
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "center", "nav", "figure", "figcaption", "address", "hgroup", "body", "html", "form",
        "fieldset", "legend", "blockquote", "ul", "ol", "menu", "dir", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "hr",
        "details", "summary", "search", "dialog", "noframes", "listing", "xmp", "level1", "level2", "level3", "level4", "level5", "level6",
        "book", "frontmatter", "bodymatter", "rearmatter", "imggroup", "prodnote", "sidebar", "poem", "linegroup", "line", "byline", "dateline", "epigraph", "doctitle", "docauthor",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "template", "link", "meta", "base", "title", "colgroup", "col", "param", "source", "track", "wbr", "area", "basefont", "trigger",
    };

    /// <summary>Whether an element begins a line.</summary>
    public static bool Is(string name) => Blocks.Contains(name);

    /// <summary>Whether an element is a heading.</summary>
    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'] or "hd" or "bridgehead";

    /// <summary>Whether an element is nothing that is read.</summary>
    public static bool IsDropped(string name) => Dropped.Contains(name);

    /// <summary>Adds an element; what is in one that nobody knows.</summary>
    public static void Add(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        var name = element.Name;
        if (Dropped.Contains(name))
        {
            return;
        }

        if (IsHeading(name))
        {
            AddHeading(converter, element, flow);
            return;
        }

        switch (name)
        {
            case "hr":
                flow.Block(new Rule());
                break;
            case "blockquote" or "aside" or "sidebar":
                AddQuote(converter, element, flow);
                break;
            case "ul" or "ol" or "menu" or "dir":
                ListMarkup.Add(converter, element, flow);
                break;
            case "dl":
                DefinitionMarkup.Add(converter, element, flow);
                break;
            case "table":
                TableMarkup.Add(converter, element, flow);
                break;
            case "pre" or "listing" or "xmp":
                CodeMarkup.AddBlock(converter, element, flow);
                break;
            case "details":
                AddDetails(converter, element, flow);
                break;
            case "dt" or "summary" or "legend":
                flow.Enter(Wrapper.Of(EmphasisKind.Strong));
                AddFlow(converter, element, flow);
                flow.Leave();
                break;
            case "nav" when element["hidden"] is not null && element.IsOfType("page-list", "doc-pagelist"):
                break;
            default:
                AddFlow(converter, element, flow);
                break;
        }
    }

    private static void AddFlow(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        if (VerseMarkup.IsLine(element))
        {
            flow.BeginLine();
            converter.AddChildren(element, flow);
            flow.BeginLine();
            return;
        }

        var isBlock = Blocks.Contains(element.Name);
        if (isBlock)
        {
            flow.EndParagraph();
        }

        converter.AddChildren(element, flow);
        if (isBlock)
        {
            flow.EndParagraph();
        }
    }

    private static void AddHeading(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.EndParagraph();
        var text = converter.LineOf(element, flow);
        if (text is [Emphasis { Kind: EmphasisKind.Strong } only])
        {
            text = only.Children;
        }

        if (text.Count == 0)
        {
            return;
        }

        if (converter.Context.TitleFor(element, text) is { } title)
        {
            flow.Block(title);
            if (PlainText.Of(title.Children) != PlainText.Of(text))
            {
                flow.Block(new Paragraph { Children = text });
            }

            return;
        }

        var level = element.Name[^1] is >= '1' and <= '6' and var digit ? digit - '0' : 2;
        flow.Block(new HeadingNode(level) { Children = text });
    }

    private static void AddQuote(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.EndParagraph();
        if (converter.BlocksOf(element, flow) is { Count: > 0 } blocks)
        {
            flow.Block(new Quote { Children = blocks });
        }
    }

    /// <summary>What is folded on a page: an item of a list, its title in bold.</summary>
    private static void AddDetails(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        if (converter.BlocksOf(element, flow) is { Count: > 0 } blocks)
        {
            flow.Block(new ListNode { Children = [new ListItem { Children = blocks }] });
        }
    }
}
