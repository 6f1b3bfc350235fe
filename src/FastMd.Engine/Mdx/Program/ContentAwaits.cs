using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Whether what is rendered waits for something.</summary>
internal static class ContentAwaits
{
    public static bool Any(MdxElement element)
    {
        NestingLimit.Check();
        if (Any(element.Attributes))
        {
            return true;
        }

        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxExpression { Code.Awaits: true } || (child is MdxElement inner && Any(inner)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(IReadOnlyList<JsxAttribute> attributes)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Code is { Awaits: true })
            {
                return true;
            }
        }

        return false;
    }
}
