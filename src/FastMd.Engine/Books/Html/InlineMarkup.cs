using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Elements that stand in text.</summary>
internal static class InlineMarkup
{
    /// <summary>Adds an element; false where it is none of these.</summary>
    public static bool TryAdd(MarkupConverter converter, MarkupElement element, Flow flow, TextLook look)
    {
        switch (element.Name)
        {
            case "br":
                flow.Break();
                return true;
            case "i" or "em" or "cite" or "dfn" or "var":
                AddEmphasis(converter, element, flow, EmphasisKind.Emphasis);
                return true;
            case "b" or "strong":
                AddEmphasis(converter, element, flow, EmphasisKind.Strong);
                return true;
            case "s" or "del" or "strike":
                AddEmphasis(converter, element, flow, EmphasisKind.Strike);
                return true;
            case "sub" or "sup" or "kbd" or "ins":
                AddElement(converter, element, flow);
                return true;
            case "code" or "tt" or "samp":
                CodeMarkup.AddInline(converter, element, flow);
                return true;
            case "q":
                flow.Text("“");
                converter.AddChildren(element, flow);
                flow.Text("”");
                return true;
            case "a":
                AddLink(converter, element, flow, look);
                return true;
            case "span":
                AddStyled(converter, element, flow, look);
                return true;
            case "ruby":
                RubyMarkup.Add(converter, element, flow);
                return true;
            case "math":
                MathMarkup.Add(element, flow);
                return true;
            default:
                return false;
        }
    }

    private static void AddEmphasis(MarkupConverter converter, MarkupElement element, Flow flow, EmphasisKind kind)
    {
        if (flow.IsIn(wrapper => wrapper.Kind == kind))
        {
            converter.AddChildren(element, flow);
            return;
        }

        flow.Enter(Wrapper.Of(kind));
        converter.AddChildren(element, flow);
        flow.Leave();
    }

    private static void AddElement(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        // What refers to a note is raised by itself.
        if (MarkupSearch.Below(element).Any(inner => inner.Name == "a" && converter.Context.NoteOf(inner, out _) is not null))
        {
            converter.AddChildren(element, flow);
            return;
        }

        flow.Enter(Wrapper.Element(element.Name));
        converter.AddChildren(element, flow);
        flow.Leave();
    }

    private static void AddStyled(MarkupConverter converter, MarkupElement element, Flow flow, TextLook look)
    {
        var entered = 0;
        if ((look & TextLook.Bold) != 0 && !flow.IsIn(static wrapper => wrapper.Kind == EmphasisKind.Strong))
        {
            flow.Enter(Wrapper.Of(EmphasisKind.Strong));
            entered++;
        }

        if ((look & TextLook.Italic) != 0 && !flow.IsIn(static wrapper => wrapper.Kind == EmphasisKind.Emphasis))
        {
            flow.Enter(Wrapper.Of(EmphasisKind.Emphasis));
            entered++;
        }

        converter.AddChildren(element, flow);
        for (; entered > 0; entered--)
        {
            flow.Leave();
        }
    }

    private static void AddLink(MarkupConverter converter, MarkupElement element, Flow flow, TextLook look)
    {
        if ((element["href"] ?? element["xlink:href"]) is not { } address)
        {
            AddStyled(converter, element, flow, look);
            return;
        }

        if (converter.Context.NoteOf(element, out var saysMore) is { } note)
        {
            if (saysMore)
            {
                AddStyled(converter, element, flow, look);
            }

            flow.Inline(new FootnoteMark(note));
            return;
        }

        if (flow.IsIn(static wrapper => wrapper.IsLink) || converter.Context.LinkTo(address) is not { } url)
        {
            AddStyled(converter, element, flow, look);
            return;
        }

        var title = element["title"] is { Length: > 0 } given && MarkupSearch.OneLine(given) != MarkupSearch.OneLine(element.Text) ? given : null;
        flow.Enter(Wrapper.LinkTo(url, title));
        AddStyled(converter, element, flow, look);
        flow.Leave();
    }
}
