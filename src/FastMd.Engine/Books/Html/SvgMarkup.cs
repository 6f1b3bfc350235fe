namespace FastMd.Engine.Books.Html;

/// <summary>Drawings inside a document: the images and the text in them.</summary>
internal static class SvgMarkup
{
    /// <summary>Adds a drawing.</summary>
    public static void Add(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        var title = MarkupSearch.OneLine((element.Elements.FirstOrDefault(static child => child.Name == "title")?.Text ?? element["aria-label"]) ?? "");
        var isDrawn = false;
        var used = false;
        foreach (var inner in MarkupSearch.Below(element))
        {
            converter.Context.ThrowIfCancelled();
            switch (inner.Name)
            {
                case "image" or "img" when (inner["xlink:href"] ?? inner["href"] ?? inner["src"]) is { Length: > 0 } source:
                    MediaMarkup.AddImage(converter, source, used ? "" : title, null, flow);
                    used = true;
                    break;
                case "text" or "desc" or "title":
                    if (inner.Name != "title" || (inner.Parent != element && !used) || (inner.Parent == element && !HasImage(element)))
                    {
                        AddText(converter, inner, flow);
                    }

                    break;
                case "foreignobject":
                    if (!MarkupSearch.Above(inner).TakeWhile(above => above != element).Any(static above => above.Name == "foreignobject"))
                    {
                        converter.AddChildren(inner, flow);
                    }

                    break;
                case "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "use":
                    isDrawn = true;
                    break;
            }
        }

        if (isDrawn && !used)
        {
            converter.Context.Lost("A drawing inside a chapter is no file of its own: of it its text was kept.");
        }
    }

    private static bool HasImage(MarkupElement element) => MarkupSearch.First(element, "image") is not null;

    private static void AddText(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.BeginLine();
        foreach (var child in element.Children)
        {
            if (child is MarkupText text)
            {
                flow.Text(text.Value);
            }
            else if (child is MarkupElement { Name: "tspan" or "textpath" or "a" or "tref" } inner)
            {
                flow.Text(" ");
                converter.AddChildren(inner, flow);
            }
        }

        flow.BeginLine();
    }
}
