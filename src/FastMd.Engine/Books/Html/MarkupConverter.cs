using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Makes the tree that Markdown is written from of a document in HTML. Every word of the document is in it.</summary>
/// <param name="context">What is around the document.</param>
internal sealed class MarkupConverter(IMarkupContext context)
{
    public IMarkupContext Context => context;

    public FlowAnchors Anchors { get; } = new();

    /// <summary>The blocks that an element becomes.</summary>
    public List<Node> Convert(MarkupElement element)
    {
        var flow = new Flow(Anchors);
        AddChildren(element, flow);
        flow.EndParagraph();
        if (Anchors.HasAny)
        {
            flow.Blocks.Add(new Paragraph { Children = Anchors.Take() });
        }

        return flow.Blocks;
    }

    /// <summary>The blocks that an element becomes, inside others.</summary>
    public List<Node> BlocksOf(MarkupElement element, Flow outer)
    {
        var flow = new Flow(Anchors, outer: outer);
        AddChildren(element, flow);
        flow.EndParagraph();
        return flow.Blocks;
    }

    /// <summary>The text that an element becomes.</summary>
    public List<Node> LineOf(MarkupElement element, Flow? outer = null)
    {
        var flow = new Flow(Anchors, isOneLine: true, outer);
        AddChildren(element, flow);
        return flow.TakeText();
    }

    /// <summary>Adds what an element holds.</summary>
    public void AddChildren(MarkupElement element, Flow flow)
    {
        foreach (var child in element.Children)
        {
            if (child is MarkupText text)
            {
                flow.Text(text.Value);
            }
            else
            {
                Add((MarkupElement)child, flow);
            }
        }
    }

    /// <summary>Adds an element.</summary>
    public void Add(MarkupElement element, Flow flow)
    {
        context.ThrowIfCancelled();
        if (context.IsLeftOut(element))
        {
            if (element.Name == "a")
            {
                AddAnchor(element);
            }

            return;
        }

        if (element.Id is not null && !BlockMarkup.Is(element.Name))
        {
            AddAnchor(element);
        }

        if (PageBreaks.TryAdd(element, flow))
        {
            AddAnchor(element);
            return;
        }

        var style = element.Name is "span" or "a" ? context.LookOf(element) : TextLook.None;
        if ((style & TextLook.Block) != 0)
        {
            flow.BeginLine();
        }

        if ((style & TextLook.Apart) != 0)
        {
            flow.Text(" ");
        }

        if (!InlineMarkup.TryAdd(this, element, flow, style) && !MediaMarkup.TryAdd(this, element, flow))
        {
            if (VerseMarkup.IsLine(element))
            {
                flow.BeginLine();
            }
            else if (BlockMarkup.Is(element.Name) || BlockMarkup.IsHeading(element.Name))
            {
                flow.EndParagraph();
            }

            AddAnchor(element);
            BlockMarkup.Add(this, element, flow);
        }

        if (IsReadWhole(element.Name))
        {
            AddAnchorsBelow(element);
        }

        if ((style & TextLook.Block) != 0)
        {
            flow.BeginLine();
        }

        if ((style & TextLook.Apart) != 0)
        {
            flow.Text(" ");
        }
    }

    // Of what is in these not all is gone over by itself.
    private static bool IsReadWhole(string name) => name is "svg" or "math" or "ruby" or "code" or "tt" or "samp" or "switch" or "object" or "audio" or "video" or "select" or "dl" or "table";

    private void AddAnchorsBelow(MarkupElement element)
    {
        foreach (var inner in MarkupSearch.Below(element))
        {
            AddAnchor(inner);
        }
    }

    /// <summary>Has the id of an element wait for text, where something leads to it.</summary>
    public void AddAnchor(MarkupElement element)
    {
        if (element.Id is { } id && context.AnchorOf(id) is { } anchor)
        {
            Anchors.Add(anchor);
        }
    }
}
