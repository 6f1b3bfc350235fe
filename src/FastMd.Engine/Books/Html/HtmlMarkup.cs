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
        INode? node = document.DocumentElement;
        while (node is not null)
        {
            if (node is IElement element)
            {
                builder.Open(NameOf(element.LocalName), AttributesOf(element));
            }
            else if (node.NodeType is NodeType.Text or NodeType.CharacterData)
            {
                builder.Text(node.NodeValue);
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            node = Next(node, builder, document.DocumentElement);
        }

        return builder.Finish();
    }

    /// <summary>The node behind one and what it stands in; what ends before that is closed.</summary>
    private static INode? Next(INode node, MarkupBuilder builder, INode root)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at is IElement)
            {
                builder.Close();
            }

            if (at == root)
            {
                return null;
            }

            if (at.NextSibling is { } next)
            {
                return next;
            }
        }

        return null;
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
