using FastMd.Engine.Context.Tree;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Elements that stand in code, as those of a document.</summary>
internal static class JsxNodes
{
    /// <summary>Makes an element, and all in it, one of the tree's.</summary>
    /// <param name="element">The element.</param>
    /// <param name="start">Where the code stands in the document.</param>
    public static Element Of(JsxElement element, int start)
    {
        NestingLimit.Check();
        var made = new Element(element.Name, element.Attributes) { Start = start };
        foreach (var child in element.Children)
        {
            made.Children.Add(child switch
            {
                JsxText text => new Text(text.Value),
                JsxExpression expression => new ExpressionNode(expression.Code) { Start = start },
                _ => Of((JsxElement)child, start),
            });
        }

        return made;
    }
}
