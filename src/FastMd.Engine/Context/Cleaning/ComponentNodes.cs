using System.Buffers;
using System.Net;
using FastMd.Engine.Components;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.JavaScript.Evaluation;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes Markdown of components, by the rules of a registry.</summary>
/// <param name="cleaner">Cleans what is in them.</param>
internal sealed class ComponentNodes(Cleaner cleaner)
{
    private static readonly SearchValues<char> InNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>What a component becomes.</summary>
    /// <param name="element">The component.</param>
    /// <param name="name">Its name.</param>
    public List<Node> Of(Element element, JsxName name)
    {
        var import = cleaner.Scope.ImportOf(name.Root);
        if (import is { Outer: "default" } && Inclusions.IsDocument(import.Source))
        {
            return Include(import.Source, element);
        }

        var known = name.Kind != JsxNameKind.Member && import is { Outer: not ("default" or "*") } ? import.Outer : name.Text;
        if (cleaner.Scope.Declares(name.Root) || cleaner.Job.Registry.Find(known) is not { } rule)
        {
            return OfUnknown(element, name);
        }

        var nodes = Of(element, rule);
        if (nodes.Count == 0 && rule.Kind is not (ComponentKind.Drop or ComponentKind.Include))
        {
            cleaner.Warnings.NoteEmpty(name.Text, element.Start);
        }

        return nodes;
    }

    /// <summary>Details: an item of a list, so that it is seen what belongs to them.</summary>
    public static ListNode Details(List<Node>? title, List<Node> content, int start)
        => ItemOf(ComponentKind.Details, title is { Count: > 0 } ? Strong(title) : null, content, start);

    /// <summary>A paragraph in bold.</summary>
    public static Paragraph Strong(List<Node> text)
        => new() { Children = [new Emphasis(EmphasisKind.Strong) { Children = [.. text.SelectMany(static node => node is Emphasis { Kind: EmphasisKind.Strong } strong ? strong.Children : [node])] }] };

    /// <summary>A list of one item, which those after it join.</summary>
    public static ListNode ItemOf(ComponentKind kind, Paragraph? title, List<Node> content, int start, int? number = null)
        => new()
        {
            Origin = kind,
            IsLoose = true,
            FirstNumber = number,
            Start = start,
            Children = [new ListItem { Children = title is null ? content : [title, .. content] }],
        };

    private List<Node> Of(Element element, ComponentRule rule) => rule.Kind switch
    {
        ComponentKind.Alert => [AlertOf(element, rule)],
        ComponentKind.Tabs => TabsOf(element, rule),
        ComponentKind.Steps => StepsOf(element),
        ComponentKind.Tab or ComponentKind.Step => AloneOf(element, rule),
        ComponentKind.Details => [Details(TitleOf(element, rule), ContentOf(element, rule), element.Start)],
        ComponentKind.Card => CardOf(element, rule),
        ComponentKind.Field => [FieldOf(element, rule)],
        ComponentKind.Folder or ComponentKind.File => [FileOf(element, rule)],
        ComponentKind.Unwrap => Captioned(MixedOf(element, rule), TitleOf(element, rule)),
        ComponentKind.Cards or ComponentKind.Tree => MixedOf(element, rule),
        ComponentKind.Code => CodeOf(element, rule),
        ComponentKind.Table => TableOf(element, rule) is { } table ? [table] : [],
        ComponentKind.Include when rule.Source is { } source && TextOf(element, source) is { } file => Include(file, element),
        ComponentKind.Keep => Keep(element),
        ComponentKind.Error => throw cleaner.Warnings.Refused(element.Name!.Value.Text, element.Start),
        _ => [],
    };

    private List<Node> OfUnknown(Element element, JsxName name)
    {
        if (Items(element).Any())
        {
            cleaner.Warnings.NoteUnknown(name.Text, "what is in it was kept", element.Start);
            var content = cleaner.Mixed(element.Children);
            return !content.TrueForAll(Grouping.IsInline) && TextOf(element, "title") is { Length: > 0 } given ? [Strong([new Text(given)]), .. content] : content;
        }

        if (element.Attributes.Count > 0)
        {
            cleaner.Warnings.NoteUnknown(name.Text, "it was kept as it is written", element.Start);
            return Keep(element);
        }

        cleaner.Warnings.NoteUnknown(name.Text, "it holds nothing and was dropped", element.Start);
        return [];
    }

    private List<Node> Include(string specifier, Element element)
    {
        if (cleaner.Job.Read.Read(Inclusions.IsDocument(specifier) ? specifier : specifier + ".mdx", cleaner, element.Start, cleaner.Scope.PropertiesOf(element.Attributes)) is not { } nodes)
        {
            cleaner.Warnings.NoteMissing(specifier, element.Start);
            return [];
        }

        return nodes;
    }

    /// <summary>A tab or a step by itself: a title and what is under it. Where that has headings, the title is one above them.</summary>
    private List<Node> AloneOf(Element element, ComponentRule rule)
    {
        var content = ContentOf(element, rule);
        if (TitleOf(element, rule) is not { Count: > 0 } title)
        {
            return content;
        }

        var highest = content.OfType<HeadingNode>().Select(static heading => heading.Level).DefaultIfEmpty(1).Min();
        return [highest > 1 ? new HeadingNode(highest - 1) { Children = title, Start = element.Start } : Strong(title), .. content];
    }

    private Alert AlertOf(Element element, ComponentRule rule)
    {
        var word = cleaner.Scope.AlertWordOf(rule.Tone, element.Attributes);
        var title = TitleOf(element, rule);
        return AlertNodes.Of(word, title, ContentOf(element, rule), element.Start);
    }

    private List<Node> TabsOf(Element element, ComponentRule rule)
    {
        var titles = rule.Titles is { } property ? cleaner.Scope.LabelsOf(element.Attributes, property) : null;
        var nodes = new List<Node>();
        var tabs = new ListNode { IsLoose = true, Start = element.Start };
        foreach (var child in Items(element))
        {
            if (child is CodeNode && titles is not null && tabs.Children.Count < titles.Count)
            {
                tabs.Children.Add(new ListItem { Start = child.Start, Children = [Strong([new Text(titles[tabs.Children.Count])]), .. cleaner.Mixed([child])] });
            }
            else if (child is Element item && RuleOf(item) is { Kind: ComponentKind.Tab } tab)
            {
                var index = tabs.Children.Count;
                var title = LabelOf(element, item) ?? TitleOf(item, tab) ?? (titles is not null && index < titles.Count && titles[index] is { Length: > 0 } text ? [new Text(text)] : null);
                tabs.Children.Add(new ListItem { Start = item.Start, Children = [.. title is null ? [] : (Node[])[Strong(title)], .. ContentOf(item, tab)] });
            }
            else
            {
                nodes.AddRange(cleaner.Mixed([child]));
            }
        }

        return tabs.Children.Count > 0 ? [tabs, .. nodes] : nodes;
    }

    /// <summary>The label that the tabs give one of them by its value, as Docusaurus has it; null where they do not.</summary>
    private List<Node>? LabelOf(Element tabs, Element tab)
        => TextOf(tab, "label") is null && TextOf(tab, "value") is { } name && Attribute(tabs, "values") is { } values && cleaner.Scope.TryEvaluate(values, out var list)
            && list is IReadOnlyList<object?> entries
            && entries.OfType<IReadOnlyDictionary<string, object?>>().FirstOrDefault(entry => entry.GetValueOrDefault("value") is string value && value == name) is { } found
            && DocumentScope.LabelOf(found) is { Length: > 0 } label
                ? [new Text(label)]
                : null;

    // Blank text is between elements, not content.
    private static IEnumerable<Node> Items(Element element)
        => element.Children.SelectMany(static child => child is Element { Name: null } fragment ? Items(fragment) : [child])
            .Where(static child => child is not Boundary && (child is not Text text || !text.Value.AsSpan().IsWhiteSpace()));

    private List<Node> StepsOf(Element element)
    {
        var nodes = new List<Node>();
        foreach (var child in Items(element))
        {
            if (child is Element item && RuleOf(item) is { Kind: ComponentKind.Step } step)
            {
                var title = TitleOf(item, step);
                nodes.Add(ItemOf(ComponentKind.Step, title is { Count: > 0 } ? Strong(title) : null, ContentOf(item, step), item.Start, number: 1));
            }
            else
            {
                nodes.AddRange(cleaner.Mixed([child]));
            }
        }

        return nodes;
    }

    private List<Node> CardOf(Element element, ComponentRule rule)
    {
        var link = rule.Link.Select(property => TextOf(element, property)).FirstOrDefault(static url => !string.IsNullOrWhiteSpace(url));
        var title = TitleOf(element, rule);
        if (title is not { Count: > 0 })
        {
            var bare = MixedOf(element, rule);
            return link is null ? bare : Grouping.ToText(bare) is { Count: > 0 } text ? [ItemOf(ComponentKind.Card, new() { Children = Linked(text, link, element.Start) }, [], element.Start)] : [];
        }

        var content = ContentOf(element, rule);
        var heading = link is null ? [new Emphasis(EmphasisKind.Strong) { Children = title }] : Linked(title, link, element.Start);
        var list = ItemOf(ComponentKind.Card, Joined(heading, ref content), content, element.Start);
        list.IsLoose = content.Count > 0;
        return [list];
    }

    /// <summary>A title, and behind a colon the text that follows it where that is all there is.</summary>
    private static Paragraph Joined(List<Node> title, ref List<Node> content)
    {
        if (content is [Paragraph only, ..])
        {
            content = content[1..];
            return new() { Children = [.. title, new Text(": "), .. only.Children] };
        }

        return new() { Children = title };
    }

    private List<Node> Linked(List<Node> text, string url, int start)
        => cleaner.Job.Options.StripsUrls ? text : [new Link { Url = cleaner.Resolve(url, Documents.LinkKind.Link, start), Children = text, Start = start }];

    private ListNode FieldOf(Element element, ComponentRule rule)
    {
        var title = new List<Node>();
        var facts = new List<string>();
        foreach (var property in rule.Name)
        {
            if (TextOf(element, property) is { Length: > 0 } name)
            {
                title.Add(new CodeSpan(name));
                if (property != "name")
                {
                    facts.Add(property);
                }

                break;
            }
        }

        if (TextOf(element, "type") is { Length: > 0 } type)
        {
            facts.Add(type);
        }

        facts.AddRange(((string[])["required", "deprecated"]).Where(flag => IsOn(element, flag)));
        if (TextOf(element, "default") is { Length: > 0 } value)
        {
            facts.Add($"default: {value}");
        }

        if (facts.Count > 0)
        {
            title.Add(new Text($"{(title.Count > 0 ? " " : "")}({string.Join(", ", facts)})"));
        }

        var content = ContentOf(element, rule);
        var list = ItemOf(ComponentKind.Field, title.Count > 0 ? Joined(title, ref content) : null, content, element.Start);
        list.IsLoose = content.Count > 0;
        return list;
    }

    /// <summary>What is in a component, and what is said of it: in brackets behind text, below all else.</summary>
    private static List<Node> Captioned(List<Node> content, List<Node>? caption)
        => caption is not { Count: > 0 } ? content
            : content.TrueForAll(Grouping.IsInline) && !content.Exists(static node => node is Link { IsImage: true }) ? [.. content, new Text(" ("), .. caption, new Text(")")]
            : [.. content, new Paragraph { Children = [new Emphasis(EmphasisKind.Emphasis) { Children = caption }] }];

    private List<Node> CodeOf(Element element, ComponentRule rule)
    {
        var text = rule.Text is { } property && TextOf(element, property) is { } given ? given : PlainText.Of(cleaner.Mixed(element.Children));
        text = text.ReplaceLineEndings("\n").Trim('\n');
        if (text.Length == 0)
        {
            // What is in it was cleaned, and nothing is left. What its properties mean is known only when the code of the document runs.
            return element.Attributes.Count > 0 ? [KeepEmpty(element)] : [];
        }

        var language = TextOf(element, "language") ?? TextOf(element, "lang") ?? "";
        var info = rule.Title.Select(name => TextOf(element, name)).FirstOrDefault(static title => title is { Length: > 0 }) is { } heading
            ? $"{(language.Length > 0 ? language : "text")} title=\"{heading.Replace("\"", "'", StringComparison.Ordinal)}\""
            : language;
        return [new CodeNode { Info = info, Text = text + "\n", Start = element.Start }];
    }

    private ListNode FileOf(Element element, ComponentRule rule)
    {
        List<Node> title = TitleOf(element, rule) ?? [];
        if (rule.Kind == ComponentKind.Folder)
        {
            title.Add(new Text("/"));
        }

        var list = ItemOf(ComponentKind.File, new() { Children = title }, cleaner.Flow(element.Children), element.Start);
        list.IsLoose = false;
        return list;
    }

    /// <summary>A table of what a property holds: an array of arrays, an array of objects, or an object of objects.</summary>
    private TableNode? TableOf(Element element, ComponentRule rule)
    {
        if ((rule.Text ?? "data") is var property && (Attribute(element, property) is not { } given || !cleaner.Scope.TryEvaluate(given, out var value)))
        {
            cleaner.Warnings.NoteLeftOut($"The table in '{property}'", element.Start);
            return null;
        }

        var rows = DataRows.Of(value);
        return rows.Count == 0 ? null : new([.. Enumerable.Repeat(ColumnSide.None, rows.Max(static row => row.Count))])
        {
            Start = element.Start,
            Children = [.. rows.Select(static row => new TableRowNode { Children = [.. row.Select(static cell => new TableCellNode { Children = cell.Length > 0 ? [new Text(cell)] : [] })] })],
        };
    }

    /// <summary>A component as a tag of HTML that holds all that is known of it.</summary>
    private List<Node> Keep(Element element)
    {
        if (!IsNameOfHtml(element))
        {
            return [KeepEmpty(element), .. cleaner.Mixed(element.Children)];
        }

        return Items(element).Any()
            ? [new HtmlNode(TagOf(element) + ">"), .. cleaner.Flow(element.Children), new HtmlNode($"</{element.Name!.Value.Text}>")]
            : [KeepEmpty(element)];
    }

    /// <summary>A component as a tag, without what is in it. Where no tag of HTML can be called so, it would be read as text: then as code.</summary>
    private Node KeepEmpty(Element element)
        => TagOf(element) + " />" is var tag && IsNameOfHtml(element) ? new InlineHtml(tag) : new CodeSpan(tag);

    private string TagOf(Element element) => $"<{element.Name!.Value.Text}{string.Concat(element.Attributes.Select(AttributeOf))}";

    private static bool IsNameOfHtml(Element element) => !element.Name!.Value.Text.AsSpan().ContainsAnyExcept(InNames);

    private string AttributeOf(JsxAttribute attribute)
    {
        if (attribute.IsSpread)
        {
            return "";
        }

        if (attribute is { Text: null, Code: null, Element: null })
        {
            return " " + attribute.Name;
        }

        // Lists and objects are kept as the code that they are.
        var value = cleaner.Scope.TryEvaluate(attribute, out var known) && known is string or double && StaticEvaluator.TextOf(known) is { } text ? text
            : attribute.Code is { } code ? $"{{{code}}}" : "";

        // A blank line would end the tag.
        return $" {attribute.Name}=\"{WebUtility.HtmlEncode(value).ReplaceLineEndings("&#10;")}\"";
    }

    /// <summary>What is in a component, as blocks.</summary>
    private List<Node> ContentOf(Element element, ComponentRule rule) => Grouping.ToBlocks(MixedOf(element, rule));

    private List<Node> MixedOf(Element element, ComponentRule rule)
    {
        if (rule.Text is { } property && !Items(element).Any() && Attribute(element, property) is { } text)
        {
            return NodesOf(text, element.Start);
        }

        return cleaner.Mixed(element.Children);
    }

    /// <summary>The title; null where there is none.</summary>
    private List<Node>? TitleOf(Element element, ComponentRule rule)
    {
        foreach (var property in rule.Title)
        {
            if (Attribute(element, property) is { } attribute && Grouping.ToText(NodesOf(attribute, element.Start)) is { Count: > 0 } title)
            {
                return title;
            }
        }

        return null;
    }

    private List<Node> NodesOf(JsxAttribute attribute, int start)
        => DocumentScope.ElementOf(attribute) is { } inner ? cleaner.Mixed([JsxNodes.Of(inner, start)])
            : cleaner.Scope.TextOf(attribute) is { Length: > 0 } text ? [new Text(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))]
            : [];

    private ComponentRule? RuleOf(Element element)
        => element.Name is { Kind: JsxNameKind.Component or JsxNameKind.Member } name ? cleaner.Job.Registry.Find(name.Text) : null;

    private bool IsOn(Element element, string property) => cleaner.Scope.IsOn(element.Attributes, property);

    private string? TextOf(Element element, string property) => cleaner.Scope.TextOf(element.Attributes, property);

    private static JsxAttribute? Attribute(Element element, string property) => DocumentScope.Find(element.Attributes, property);
}
