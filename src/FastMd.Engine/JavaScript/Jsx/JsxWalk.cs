namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>Goes through elements, from the outside in, in the order they are written.</summary>
internal static class JsxWalk
{
    /// <summary>Visits all elements of a fragment, those in the braces of others included.</summary>
    public static void Visit(CodeFragment code, Action<JsxElement> visit)
    {
        foreach (var element in code.Elements)
        {
            Visit(element, visit);
        }
    }

    /// <summary>Visits an element and all elements in it.</summary>
    public static void Visit(JsxElement element, Action<JsxElement> visit)
    {
        visit(element);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Element is not null)
            {
                Visit(attribute.Element, visit);
            }

            if (attribute.Code is not null)
            {
                Visit(attribute.Code, visit);
            }
        }

        foreach (var child in element.Children)
        {
            if (child is JsxElement inner)
            {
                Visit(inner, visit);
            }
            else if (child is JsxExpression expression)
            {
                Visit(expression.Code, visit);
            }
        }
    }
}
