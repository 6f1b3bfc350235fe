using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes Markdown of elements of HTML that stand in MDX as JSX.</summary>
/// <param name="cleaner">Cleans what is in them.</param>
internal sealed class HtmlElements(Cleaner cleaner)
{
    // What they add is for the eye, or for scripts.
    private static readonly HashSet<string> Unwrapped = new(StringComparer.Ordinal)
    {
        "div", "section", "span", "article", "main", "header", "footer", "aside", "center", "nav", "figure", "figcaption", "small", "big", "font", "picture", "label",
        "form", "fieldset", "legend", "button", "dl", "dd", "hgroup", "time", "cite", "q", "address", "noscript", "abbr", "dfn", "var", "samp", "tt", "u", "mark",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "style", "script", "svg", "canvas", "link", "meta", "head", "title", "col", "colgroup", "param", "track", "wbr", "input", "source", "template",
    };

    // Markdown has no marks for them, and they change what text says.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "sub", "sup", "kbd", "ins" };

    /// <summary>What an element becomes; null where it is none of HTML.</summary>
    /// <param name="element">The element.</param>
    /// <param name="name">Its name.</param>
    public List<Node>? TryConvert(Element element, string name)
    {
        if (Unwrapped.Contains(name))
        {
            return IsBlock(name) ? cleaner.Flow(element.Children) : cleaner.Mixed(element.Children);
        }

        if (Dropped.Contains(name))
        {
            return [];
        }

        if (Kept.Contains(name))
        {
            return [new InlineHtml($"<{name}>"), .. cleaner.InText(element.Children), new InlineHtml($"</{name}>")];
        }

        return name switch
        {
            "br" => [new HardBreak()],
            "hr" => [new Rule { Start = element.Start }],
            "p" => cleaner.Flow(element.Children),
            "b" or "strong" => Emphasized(element, EmphasisKind.Strong),
            "i" or "em" => Emphasized(element, EmphasisKind.Emphasis),
            "s" or "del" or "strike" => Emphasized(element, EmphasisKind.Strike),
            "dt" => [ComponentNodes.Strong(cleaner.InText(element.Children))],
            "code" => [CodeOf(element)],
            "pre" => [PreOf(element)],
            "a" => LinkOf(element),
            "img" => ImageOf(element),
            "video" or "audio" or "iframe" or "embed" or "object" => MediaOf(element, name),
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
                => [new HeadingNode(name[1] - '0') { Children = cleaner.InText(element.Children), Start = element.Start, Id = TextOf(element, "id") }],
            "ul" or "ol" => [ListOf(element, name == "ol")],
            "li" => cleaner.Flow(element.Children),
            "blockquote" => [new Quote { Children = cleaner.Flow(element.Children), Start = element.Start }],
            "details" => [DetailsOf(element)],
            "summary" => [ComponentNodes.Strong(cleaner.InText(element.Children))],
            "table" => [new HtmlTable(this, cleaner).Of(element)],
            "thead" or "tbody" or "tfoot" or "tr" or "th" or "td" or "caption" => cleaner.Flow(element.Children),
            _ => null,
        };
    }

    /// <summary>The text of a property; null where it has none that is known.</summary>
    public string? TextOf(Element element, string property) => cleaner.Scope.TextOf(element.Attributes, property);

    private static bool IsBlock(string name) => name is "div" or "section" or "article" or "main" or "header" or "footer" or "aside" or "center" or "figure" or "dd" or "figcaption";

    private List<Node> Emphasized(Element element, EmphasisKind kind)
    {
        var text = cleaner.InText(element.Children);

        // Space at its edges belongs around it.
        var before = text is [Text { Value: [' ' or '\n', ..] }, ..] ? " " : "";
        var after = text is [.., Text { Value: [.., ' ' or '\n'] }] ? " " : "";
        var inner = Grouping.ToBlocks(text) is [Paragraph trimmed] ? trimmed.Children : [];
        return inner.Count == 0 ? []
            : [.. before.Length > 0 ? [new Text(before)] : (Node[])[], new Emphasis(kind) { Children = inner, Start = element.Start }, .. after.Length > 0 ? [new Text(after)] : (Node[])[]];
    }

    private CodeSpan CodeOf(Element element)
        => PlainText.Of(cleaner.InText(element.Children)) is var text && text.Contains('\n', StringComparison.Ordinal)
            ? new CodeSpan(string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))) { Start = element.Start }
            : new CodeSpan(text) { Start = element.Start };

    private CodeNode PreOf(Element element)
    {
        var code = element.Children is [Element { Name.Text: "code" } inner] ? inner : element;
        var language = TextOf(code, "className") is { } classes && classes.Split(' ').FirstOrDefault(static name => name.StartsWith("language-", StringComparison.Ordinal)) is { } found
            ? found["language-".Length..]
            : "";
        var text = PlainText.Of(cleaner.Mixed(code.Children)).Trim('\n');
        return new() { Start = element.Start, Info = language, Text = text.Length == 0 ? "" : text + "\n" };
    }

    private List<Node> LinkOf(Element element)
    {
        var text = cleaner.Mixed(element.Children);
        if (cleaner.Job.Options.StripsUrls || TextOf(element, "href") is not { Length: > 0 } href)
        {
            return text;
        }

        return [new Link { Url = cleaner.Resolve(href, LinkKind.Link, element.Start), Title = TextOf(element, "title"), Children = Grouping.ToText(text), Start = element.Start }];
    }

    private List<Node> ImageOf(Element element)
    {
        var alternative = TextOf(element, "alt") ?? "";
        List<Node> text = alternative.Length > 0 ? [new Text(alternative)] : [];
        if (cleaner.Job.Options.StripsUrls || TextOf(element, "src") is not { Length: > 0 } source)
        {
            return text;
        }

        return [new Link { Url = cleaner.Resolve(source, LinkKind.Embedded, element.Start), IsImage = true, Title = TextOf(element, "title"), Children = text, Start = element.Start }];
    }

    /// <summary>What plays something: a link to it.</summary>
    private List<Node> MediaOf(Element element, string name)
    {
        var source = TextOf(element, "src") ?? TextOf(element, "data")
            ?? element.Children.OfType<Element>().Where(static child => child.Name?.Text == "source").Select(child => TextOf(child, "src")).FirstOrDefault(static src => src is not null);
        if (source is not { Length: > 0 } || cleaner.Job.Options.StripsUrls)
        {
            return TextOf(element, "title") is { Length: > 0 } only ? [new Text(only)] : [];
        }

        var title = TextOf(element, "title") is { Length: > 0 } given ? given : char.ToUpperInvariant(name[0]) + name[1..];
        return [new Link { Url = cleaner.Resolve(source, LinkKind.Embedded, element.Start), Children = [new Text(title)], Start = element.Start }];
    }

    private ListNode ListOf(Element element, bool isOrdered)
    {
        var list = new ListNode
        {
            Start = element.Start,
            FirstNumber = !isOrdered ? null : int.TryParse(TextOf(element, "start"), out var number) && number >= 0 ? number : 1,
        };
        foreach (var child in element.Children)
        {
            if (child is Element { Name.Text: "li" } item)
            {
                list.Children.Add(new ListItem { Children = cleaner.Flow(item.Children), Start = item.Start });
            }
            else if (cleaner.Flow([child]) is { Count: > 0 } other)
            {
                list.Children.Add(new ListItem { Children = other });
            }
        }

        return list;
    }

    private ListNode DetailsOf(Element element)
    {
        var summary = element.Children.OfType<Element>().FirstOrDefault(static child => child.Name?.Text == "summary");
        return ComponentNodes.Details(
            summary is null ? null : cleaner.InText(summary.Children),
            cleaner.Flow([.. element.Children.Where(child => child != summary)]),
            element.Start);
    }
}
