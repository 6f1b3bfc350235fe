using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FastMd.Engine.Books.Html;

/// <summary>Reads HTML as browsers do, whatever is wrong with it.</summary>
internal static class HtmlMarkup
{
    /// <summary>Reads a document.</summary>
    public static MarkupElement Read(string text)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true, DisableElementPositionTracking = true }).ParseDocument(NestingGuard.Limited(text));
        var builder = new MarkupBuilder();
        var open = new Stack<(INodeList Nodes, int Next)>();
        open.Push((document.ChildNodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Nodes.Length)
            {
                // The document itself is no element.
                if (open.Count > 0)
                {
                    builder.Close();
                }

                continue;
            }

            // By number: to look for the node behind one takes time for each that is before it.
            open.Push((level.Nodes, level.Next + 1));
            switch (level.Nodes[level.Next])
            {
                case IElement element:
                    builder.Open(NameOf(element.LocalName), AttributesOf(element));
                    open.Push((element.ChildNodes, 0));
                    break;
                case IText literal:
                    builder.Text(literal.Data);
                    break;
            }
        }

        return builder.Finish();
    }

    private static string NameOf(string name)
    {
        var local = name.LastIndexOf(':') is >= 0 and var colon ? name[(colon + 1)..] : name;
        return local.ToLowerInvariant();
    }

    private static MarkupAttribute[] AttributesOf(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return [];
        }

        return [.. element.Attributes.Select(static attribute => new MarkupAttribute(attribute.Name.ToLowerInvariant(), attribute.Value))];
    }
}
