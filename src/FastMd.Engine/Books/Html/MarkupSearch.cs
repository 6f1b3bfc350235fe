using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>Goes over elements without calling itself: no document is too deep for it.</summary>
internal static class MarkupSearch
{
    /// <summary>A node and all that it holds, in the order of the document.</summary>
    public static IEnumerable<MarkupNode> All(MarkupNode root)
    {
        var open = new Stack<MarkupNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node is MarkupElement element)
            {
                for (var i = element.Children.Count - 1; i >= 0; i--)
                {
                    open.Push(element.Children[i]);
                }
            }
        }
    }

    /// <summary>The elements below one, in the order of the document.</summary>
    public static IEnumerable<MarkupElement> Below(MarkupElement root) => All(root).OfType<MarkupElement>().Skip(1);

    /// <summary>The first element of a name below one; null where there is none.</summary>
    public static MarkupElement? First(MarkupElement root, string name) => Below(root).FirstOrDefault(element => element.Name == name);

    /// <summary>The elements that one stands in, from the inside out.</summary>
    public static IEnumerable<MarkupElement> Above(MarkupNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    /// <summary>All text in an element.</summary>
    public static string TextOf(MarkupElement element)
    {
        if (element.Children is [MarkupText only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        foreach (var node in All(element))
        {
            if (node is MarkupText literal)
            {
                text.Append(literal.Value);
            }
        }

        return text.ToString();
    }

    /// <summary>Text in one line, with single spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether there is nothing but space.</summary>
    public static bool IsBlank(MarkupNode node)
        => node is MarkupText text ? text.Value.AsSpan().IsWhiteSpace() : All(node).All(static each => each is MarkupText inner ? inner.Value.AsSpan().IsWhiteSpace() : each is not MarkupElement { Name: "img" or "svg" or "image" or "math" or "object" });
}
