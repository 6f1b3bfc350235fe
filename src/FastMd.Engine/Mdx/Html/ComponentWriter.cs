using FastMd.Engine.Components;
using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Gfm;
using FastMd.Engine.Mdx.Evaluation;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Writes components by the rules of a registry, with elements that need no script.</summary>
/// <param name="writer">Writes what is in them.</param>
/// <param name="tree">The document.</param>
internal sealed class ComponentWriter(StaticHtmlWriter writer, MdxTree tree)
{
    // Elements that may stand in a paragraph; what holds nothing else becomes one.
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    };

    private readonly Includer _includer = new(writer);

    private EscapedHtml Html => writer.Html;

    /// <summary>Writes a component; false where nobody says what it becomes.</summary>
    public bool TryWrite(MdxElement element, JsxName name)
    {
        var import = writer.Scope.ImportOf(name.Root);
        if (import is { Outer: "default" } && Inclusions.IsDocument(import.Source))
        {
            _includer.Include(import.Source, element);
            return true;
        }

        var known = name.Kind != JsxNameKind.Member && import is { Outer: not ("default" or "*") } ? import.Outer : name.Text;
        if (writer.Scope.Declares(name.Root) || writer.Rendering.Registry.Find(known) is not { } rule)
        {
            writer.LeftOut.NoteUnknown(name.Text, element.Start);
            return false;
        }

        var seen = Html.Seen;
        Write(element, rule);
        if (Html.Seen == seen && rule.Kind is not (ComponentKind.Drop or ComponentKind.Keep or ComponentKind.Include))
        {
            writer.LeftOut.NoteEmpty(name.Text, element.Start);
        }

        return rule.Kind != ComponentKind.Keep;
    }

    private void Write(MdxElement element, ComponentRule rule)
    {
        if (rule.Kind is not (ComponentKind.Alert or ComponentKind.Details or ComponentKind.Unwrap or ComponentKind.Drop or ComponentKind.Keep))
        {
            writer.Rendering.Features |= DocumentFeatures.Components;
        }

        switch (rule.Kind)
        {
            case ComponentKind.Alert:
                WriteAlert(element, rule);
                break;
            case ComponentKind.Tabs:
                WriteTabs(element, rule);
                break;
            case ComponentKind.Steps:
                WriteSteps(element);
                break;
            case ComponentKind.Details:
                WriteDetails(element, rule, rule.Open is { } open && IsOn(element, open));
                break;
            case ComponentKind.Tab or ComponentKind.Step:
                WriteTitle(element, rule, "<p><strong>", "</strong></p>");
                WriteContent(element, rule);
                break;
            case ComponentKind.Cards:
                Html.Append("<div class=\"cards\">");
                writer.WriteChildren(element);
                Html.Append("</div>");
                break;
            case ComponentKind.Card:
                WriteCard(element, rule);
                break;
            case ComponentKind.Field:
                WriteField(element, rule);
                break;
            case ComponentKind.Tree:
                var isList = Items(element).Any(item => RuleOf(item) is { Kind: ComponentKind.Folder or ComponentKind.File });
                Html.Append(isList ? "<ul class=\"tree\">" : "<div class=\"tree\">");
                writer.WriteChildren(element);
                Html.Append(isList ? "</ul>" : "</div>");
                break;
            case ComponentKind.Folder or ComponentKind.File:
                WriteFile(element, rule);
                break;
            case ComponentKind.Unwrap:
                WriteBare(element, rule);
                break;
            case ComponentKind.Table:
                WriteTable(element, rule);
                break;
            case ComponentKind.Code:
                Html.Append("<pre><code>");
                WriteBare(element, rule);
                Html.Append("</code></pre>");
                break;
            case ComponentKind.Error:
                throw writer.LeftOut.Refused(element.Name!.Value.Text, element.Start);
            case ComponentKind.Include when rule.Source is { } source && TextOf(element, source) is { } file:
                _includer.Include(file, element);
                break;
        }
    }

    private void WriteTable(MdxElement element, ComponentRule rule)
    {
        var property = rule.Text ?? "data";
        if (Attribute(element, property) is not { } given || !writer.Scope.TryEvaluate(given, out var value))
        {
            writer.LeftOut.Note($"The table in '{property}'", element.Start);
            return;
        }

        var rows = DataRows.Of(value);
        for (var i = 0; i < rows.Count; i++)
        {
            var cell = i == 0 ? "th" : "td";
            Html.Append(i == 0 ? "<table><thead><tr>" : "<tr>");
            foreach (var text in rows[i])
            {
                Html.Append("<").Append(cell).Append(">").AppendText(text);
                Html.Append("</").Append(cell).Append(">");
            }

            Html.Append(i == 0 ? "</tr></thead><tbody>" : "</tr>");
        }

        Html.Append(rows.Count > 0 ? "</tbody></table>" : "");
    }

    private void WriteAlert(MdxElement element, ComponentRule rule)
    {
        var word = writer.Scope.AlertWordOf(rule.Tone, element.Attributes);
        var kind = AlertTones.KindOf(word) ?? "note";
        Html.Append("<div class=\"").Append(AlertMarkup.ClassesOf(kind)).Append("\">");
        var title = AlertElements.TitleWithIcon(kind);
        var given = Title(element, rule);
        title.Append(given is null ? tree.AddText(AlertMarkup.TitleOf(word))
            : DocumentScope.ElementOf(given) is { } inner ? JsxTree.Of(inner, tree, element.Start)
            : tree.AddText(TextOf(given) ?? ""));
        var seen = Html.Seen;
        writer.Write(title);
        Html.Seen = given is null ? seen : Html.Seen;
        Html.Append("\n");
        WriteContent(element, rule);
        Html.Append("</div>");
    }

    private void WriteTabs(MdxElement element, ComponentRule rule)
    {
        writer.Rendering.Tabs++;
        var group = writer.Rendering.Tabs;
        var titles = rule.Titles is { } property ? writer.Scope.LabelsOf(element.Attributes, property) : null;
        Html.Append("<div class=\"tabs\">");
        var index = 0;
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement item && RuleOf(item) is { Kind: ComponentKind.Tab } tab)
            {
                Html.Append($"<details name=\"tabs-{group}\"").Append(index == 0 ? " open>" : ">").Append("<summary>");
                var titled = WriteTitle(item, tab, "", "");
                if (!titled)
                {
                    Html.AppendText(titles is not null && index < titles.Count ? titles[index] : $"{index + 1}");
                }

                Html.Append("</summary>");
                WriteContent(item, tab);
                Html.Append("</details>");
                index++;
            }
            else
            {
                writer.Write(child);
            }
        }

        Html.Append("</div>");
    }

    private void WriteSteps(MdxElement element)
    {
        var hasSteps = Items(element).Any(item => RuleOf(item) is { Kind: ComponentKind.Step });
        Html.Append(hasSteps ? "<ol class=\"steps\">" : "<div class=\"steps\">");
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement item && RuleOf(item) is { Kind: ComponentKind.Step } step)
            {
                Html.Append("<li>");
                WriteTitle(item, step, "<p class=\"step-title\">", "</p>");
                WriteContent(item, step);
                Html.Append("</li>");
            }
            else
            {
                writer.Write(child);
            }
        }

        Html.Append(hasSteps ? "</ol>" : "</div>");
    }

    private void WriteDetails(MdxElement element, ComponentRule rule, bool isOpen)
    {
        Html.Append(isOpen ? "<details open>" : "<details>");
        if (!WriteTitle(element, rule, "<summary>", "</summary>") && !Items(element).Any(static item => item.Name?.Text == "summary"))
        {
            Html.Append("<summary>Details</summary>");
        }

        WriteContent(element, rule);
        Html.Append("</details>");
    }

    private void WriteCard(MdxElement element, ComponentRule rule)
    {
        var link = rule.Link.Select(property => TextOf(element, property)).FirstOrDefault(static url => !string.IsNullOrWhiteSpace(url));
        var hasTitle = Title(element, rule) is not null;
        Html.Append("<div class=\"card\">");
        if (link is not null)
        {
            Html.Append(hasTitle ? "<p class=\"card-title\"><a href=\"" : "<a href=\"");
            writer.WriteLink(link, element.Start);
            Html.Append("\">");
            if (hasTitle)
            {
                WriteTitle(element, rule, "", "");
            }
            else
            {
                WriteBare(element, rule);
            }

            Html.Append(hasTitle ? "</a></p>" : "</a>");
        }
        else
        {
            WriteTitle(element, rule, "<p class=\"card-title\">", "</p>");
        }

        if (link is null || hasTitle)
        {
            WriteContent(element, rule);
        }

        Html.Append("</div>");
    }

    private void WriteField(MdxElement element, ComponentRule rule)
    {
        Html.Append("<div class=\"field\"><p class=\"field-name\">");
        foreach (var property in rule.Name)
        {
            if (TextOf(element, property) is { Length: > 0 } name)
            {
                Html.Append("<code>").AppendText(name).Append("</code>");
                if (property != "name")
                {
                    Html.Append(" ").AppendText(property);
                }

                break;
            }
        }

        if (TextOf(element, "type") is { Length: > 0 } type)
        {
            Html.Append(" <code>").AppendText(type).Append("</code>");
        }

        foreach (var flag in (ReadOnlySpan<string>)["required", "deprecated"])
        {
            if (IsOn(element, flag))
            {
                Html.Append(" <em>").AppendText(flag).Append("</em>");
            }
        }

        if (TextOf(element, "default") is { Length: > 0 } value)
        {
            Html.Append(" default <code>").AppendText(value).Append("</code>");
        }

        Html.Append("</p>");
        WriteContent(element, rule);
        Html.Append("</div>");
    }

    private void WriteFile(MdxElement element, ComponentRule rule)
    {
        Html.Append("<li>");
        WriteTitle(element, rule, "", rule.Kind == ComponentKind.Folder ? "/" : "");
        if (Items(element).Any())
        {
            Html.Append("<ul>");
            writer.WriteChildren(element);
            Html.Append("</ul>");
        }
        else
        {
            writer.WriteChildren(element);
        }

        Html.Append("</li>");
    }

    /// <summary>Writes what is in a component, as a paragraph where it is text.</summary>
    private void WriteContent(MdxElement element, ComponentRule rule)
    {
        var isText = IsText(element, rule);
        if (isText)
        {
            Html.Append("<p>");
        }

        WriteBare(element, rule);
        if (isText)
        {
            Html.Append("</p>");
        }
    }

    private void WriteBare(MdxElement element, ComponentRule rule)
    {
        if (rule.Text is { } property && IsEmpty(element) && Attribute(element, property) is { } text)
        {
            if (DocumentScope.ElementOf(text) is { } inner)
            {
                writer.Write(inner, element.Start);
            }
            else
            {
                Html.AppendText(TextOf(text));
            }

            return;
        }

        writer.WriteChildren(element);
    }

    private bool IsText(MdxElement element, ComponentRule rule)
    {
        var hasText = false;
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement inner && (inner.Name is not { Kind: JsxNameKind.Tag } name || !Inline.Contains(name.Text)))
            {
                return false;
            }

            hasText |= !writer.IsSpace(child);
        }

        return hasText || (rule.Text is { } property && Attribute(element, property) is not null);
    }

    private bool IsEmpty(MdxElement element)
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (!writer.IsSpace(child))
            {
                return false;
            }
        }

        return true;
    }

    private ComponentRule? RuleOf(MdxElement element)
        => element.Name is { Kind: JsxNameKind.Component or JsxNameKind.Member } name ? writer.Rendering.Registry.Find(name.Text) : null;

    private static IEnumerable<MdxElement> Items(MdxElement element)
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement item)
            {
                yield return item;
            }
        }
    }

    private JsxAttribute? Title(MdxElement element, ComponentRule rule)
        => rule.Title.Select(property => Attribute(element, property)).FirstOrDefault(attribute => attribute is not null && (DocumentScope.ElementOf(attribute) is not null || TextOf(attribute) is { Length: > 0 }));

    /// <summary>Writes the title; false where there is none.</summary>
    private bool WriteTitle(MdxElement element, ComponentRule rule, string before, string after)
    {
        if (Title(element, rule) is not { } title)
        {
            return false;
        }

        Html.Append(before);
        if (DocumentScope.ElementOf(title) is { } inner)
        {
            writer.Write(inner, element.Start);
        }
        else
        {
            Html.AppendText(TextOf(title));
        }

        Html.Append(after);
        return true;
    }

    private bool IsOn(MdxElement element, string property) => writer.Scope.IsOn(element.Attributes, property);

    private string? TextOf(MdxElement element, string property) => writer.Scope.TextOf(element.Attributes, property);

    private string? TextOf(JsxAttribute attribute) => writer.Scope.TextOf(attribute);

    private static JsxAttribute? Attribute(MdxElement element, string property) => DocumentScope.Find(element.Attributes, property);
}
