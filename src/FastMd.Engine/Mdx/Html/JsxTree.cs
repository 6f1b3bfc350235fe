using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Elements that stand in code, as those of a document.</summary>
internal static class JsxTree
{
    /// <summary>Makes an element, and all in it, one of the tree's.</summary>
    /// <param name="element">The element.</param>
    /// <param name="tree">Receives the text.</param>
    /// <param name="start">Where the code stands in the document.</param>
    public static MdxElement Of(JsxElement element, MdxTree tree, int start)
    {
        NestingLimit.Check();
        var made = new MdxElement(element.Name, isAuthored: true) { Attributes = element.Attributes, Start = start };
        foreach (var child in element.Children)
        {
            made.Append(child switch
            {
                JsxText text => tree.AddText(text.Value),
                JsxExpression expression => new MdxExpression(expression.Code) { Start = start },
                _ => Of((JsxElement)child, tree, start),
            });
        }

        return made;
    }
}
