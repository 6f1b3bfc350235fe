using FastMd.Engine.Configuration;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Syntax;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes elements as calls.</summary>
/// <param name="script">What is written to.</param>
/// <param name="tree">The document.</param>
/// <param name="components">Notes what is looked up.</param>
/// <param name="runtime">What is called.</param>
/// <param name="positions">Says where elements stand, in development; null otherwise.</param>
internal sealed class CallWriter(
    ScriptText script, MdxTree tree, ComponentUse components, CallRuntime runtime, ElementPositions? positions)
    : ElementWriter(script, tree, components)
{
    private bool IsAutomatic => runtime.Kind == JsxRuntime.Automatic;

    public override void Write(MdxElement element)
    {
        NestingLimit.Check();
        Script.Mark(element.Start);
        var count = ChildCount(element);
        Begin(count, element.Name is null);
        if (element.Name is not null)
        {
            WriteName(element);
        }

        IsInAttribute = element.IsAuthored;
        var key = BeginProperties(element.Attributes, null, hasChildren: count > 0);
        IsInAttribute = false;
        if (count > 0)
        {
            BeginChildren(count);
            WriteChildren(element);
            EndChildren(count);
        }

        End(key, null, count, element.Start, element.IsAuthored);
    }

    public override void Write(JsxElement element, Func<int, int>? origin)
    {
        NestingLimit.Check();
        Script.Mark(element.Start < 0 || origin is null ? element.Start : origin(element.Start));
        var count = element.Children.Count;
        Begin(count, element.Name is null);
        if (element.Name is not null)
        {
            WriteName(element, origin);
        }

        var key = BeginProperties(element.Attributes, origin, count > 0);
        if (count > 0)
        {
            BeginChildren(count);
            for (var i = 0; i < count; i++)
            {
                Script.Append(i > 0 ? ", " : "");
                WriteChild(element.Children[i], origin);
            }

            EndChildren(count);
        }

        End(key, origin, count, element.Start < 0 || origin is null ? element.Start : origin(element.Start));
    }

    private static int ChildCount(MdxElement element)
    {
        var count = 0;
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            count += IsWritten(child) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWritten(MdxNode node) => node switch
    {
        MdxText text => text.Length > 0,
        MdxExpression expression => expression.Code is not null,
        _ => true,
    };

    private void WriteChildren(MdxElement element)
    {
        var isFirst = true;
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (!IsWritten(child))
            {
                continue;
            }

            Script.Append(isFirst ? "" : ", ");
            isFirst = false;
            switch (child)
            {
                case MdxText text:
                    Script.AppendString(Tree.TextOf(text));
                    break;
                case MdxExpression expression:
                    WriteValue(expression.Code!);
                    break;
                case MdxElement inner:
                    Write(inner);
                    break;
            }
        }
    }

    private void WriteChild(JsxNode child, Func<int, int>? origin)
    {
        switch (child)
        {
            case JsxText text:
                Script.AppendString(text.Value);
                break;
            case JsxExpression expression:
                WriteValue(expression.Code, origin);
                break;
            case JsxElement inner:
                Write(inner, origin);
                break;
        }
    }

    /// <summary>Writes what comes before an element's name, and the name of a fragment.</summary>
    private void Begin(int childCount, bool isFragment)
    {
        Script.Append(runtime.Callee(childCount)).Append('(');
        if (isFragment)
        {
            Script.Append(runtime.Fragment());
        }
    }

    /// <summary>Writes attributes as properties.</summary>
    /// <returns>The key, which is none of them.</returns>
    private JsxAttribute? BeginProperties(IReadOnlyList<JsxAttribute> attributes, Func<int, int>? origin, bool hasChildren)
    {
        JsxAttribute? key = null;
        var hasSpread = false;
        var isFirst = true;
        if (!IsAutomatic && attributes.Count == 0)
        {
            Script.Append(hasChildren ? ", null" : "");
            return null;
        }

        Script.Append(", {");
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (IsAutomatic && attribute.Name == "key")
            {
                if (hasSpread)
                {
                    throw Rejection.Compilation(
                        "", -1, "A 'key' stands after a spread in the same tag; put it before every spread.", "key-after-spread");
                }

                key = attribute;
                continue;
            }

            Script.Append(isFirst ? "" : ", ");
            isFirst = false;
            if (attribute.IsSpread)
            {
                hasSpread = true;
                Script.Append("...");
                WriteValue(attribute.Code!, origin);
            }
            else
            {
                Script.AppendName(attribute.Name!).Append(": ");
                WriteAttributeValue(attribute, origin);
            }
        }

        if (!IsAutomatic)
        {
            Script.Append('}');
        }
        else if (hasChildren)
        {
            Script.Append(isFirst ? "" : ", ");
        }

        return key;
    }

    private void BeginChildren(int count) => Script.Append(IsAutomatic ? (count > 1 ? "children: [" : "children: ") : ", ");

    private void EndChildren(int count) => Script.Append(IsAutomatic && count > 1 ? "]" : "");

    private void End(JsxAttribute? key, Func<int, int>? origin, int childCount, int start, bool isAuthored = false)
    {
        if (IsAutomatic)
        {
            Script.Append('}');
            if (key is not null)
            {
                Script.Append(", ");
                var isInAttribute = IsInAttribute;
                IsInAttribute = isInAttribute || isAuthored;
                WriteAttributeValue(key, origin);
                IsInAttribute = isInAttribute;
            }

            if (positions is not null)
            {
                Script.Append(key is null ? ", undefined, " : ", ").Append(childCount > 1 ? "true, " : "false, ");
                positions.Write(Script, start);
                Script.Append(", this");
            }
        }

        Script.Append(')');
    }
}
