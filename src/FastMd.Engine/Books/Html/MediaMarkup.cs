using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>What is shown, played or filled in.</summary>
internal static class MediaMarkup
{
    /// <summary>Adds an element; false where it is none of these.</summary>
    public static bool TryAdd(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        switch (element.Name)
        {
            case "img":
                AddImage(converter, element["src"], element["alt"] ?? element["aria-label"] ?? "", element["title"], flow);
                return true;
            case "image" when element["xlink:href"] is not null || element["href"] is not null:
                AddImage(converter, element["xlink:href"] ?? element["href"], element["aria-label"] ?? "", null, flow);
                return true;
            case "svg":
                SvgMarkup.Add(converter, element, flow);
                return true;
            case "audio" or "video" or "iframe" or "embed" or "object":
                AddPlayed(converter, element, flow);
                return true;
            case "input" or "textarea" or "select" or "option" or "optgroup" or "button" or "meter" or "progress":
                AddControl(converter, element, flow);
                return true;
            case "switch" when element.Elements.Any(static child => child.Name is "case" or "default"):
                AddSwitch(converter, element, flow);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Adds an image; its description alone where it is missing.</summary>
    public static void AddImage(MarkupConverter converter, string? source, string description, string? title, Flow flow)
    {
        var text = MarkupSearch.OneLine(description);
        var url = source is { Length: > 0 } ? converter.Context.FileAt(source) : null;
        if (url is not null)
        {
            flow.Inline(new Link { Url = url, IsImage = true, Title = title is { Length: > 0 } && title != text ? MarkupSearch.OneLine(title) : null, Children = text.Length > 0 ? [new Text(text)] : [] });
        }
        else
        {
            flow.Text(text);
        }
    }

    private static void AddPlayed(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        var source = element["src"] ?? element["data"] ?? MarkupSearch.Below(element).Where(static child => child.Name is "source").Select(static child => child["src"]).FirstOrDefault(static src => src is { Length: > 0 });
        var type = element["type"] ?? "";
        var isImage = type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || (source is not null && MediaKind.IsImage(source));
        var label = MarkupSearch.OneLine(element["title"] ?? element["aria-label"] ?? "");

        // What stands in an object is shown where it cannot be.
        var hasFallback = element.Name == "object" && !MarkupSearch.IsBlank(element) && !isImage;
        if (source is not { Length: > 0 } || hasFallback || (isImage ? converter.Context.FileAt(source) : AddressOf(converter, element, source)) is not { } url)
        {
            converter.AddChildren(element, flow);
            return;
        }

        if (isImage)
        {
            var text = label.Length > 0 ? label : MarkupSearch.OneLine(element.Text);
            flow.Inline(new Link { Url = url, IsImage = true, Children = text.Length > 0 ? [new Text(text)] : [] });
            return;
        }

        if (element["poster"] is { Length: > 0 } poster)
        {
            AddImage(converter, poster, "", null, flow);
            flow.Text(" ");
        }

        var shown = label.Length > 0 ? label : source[(source.LastIndexOfAny(['/', '\\']) + 1)..];
        flow.Inline(new Link { Url = url, Children = [new Text(shown)] });
    }

    private static string? AddressOf(MarkupConverter converter, MarkupElement element, string source)
        => element.Name is "iframe" or "object" or "embed" ? converter.Context.LinkTo(source) : converter.Context.FileAt(source);

    private static void AddControl(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        switch (element.Name)
        {
            case "input" when element["type"] is null or "text" or "button" or "submit" or "reset" or "search" or "number":
                flow.Text(element["value"] ?? element["placeholder"] ?? "");
                break;
            case "input" when element["type"] is "checkbox" or "radio":
                flow.Text(element["checked"] is null ? "☐ " : "☑ ");
                break;
            case "input":
                break;
            case "option" or "optgroup":
                // A choice has a line for itself.
                flow.BeginLine();
                flow.Text(element["label"] ?? "");
                converter.AddChildren(element, flow);
                flow.BeginLine();
                break;
            default:
                flow.Text(" ");
                converter.AddChildren(element, flow);
                flow.Text(" ");
                break;
        }
    }

    /// <summary>One case of several: the first that holds math with a text of its own, else what is there for all.</summary>
    private static void AddSwitch(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        var chosen = element.Elements.FirstOrDefault(static child => child.Name == "case" && MarkupSearch.First(child, "math") is not null)
            ?? element.Elements.FirstOrDefault(static child => child.Name == "default" && !MarkupSearch.IsBlank(child))
            ?? element.Elements.FirstOrDefault(static child => child.Name == "case");
        if (chosen is not null)
        {
            converter.AddChildren(chosen, flow);
        }
    }
}
