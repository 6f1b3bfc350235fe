using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes elements as JSX.</summary>
internal sealed class JsxWriter(ScriptText script, MdxTree tree, ComponentUse components) : ElementWriter(script, tree, components)
{
    public override void Write(MdxElement element)
    {
        NestingLimit.Check();
        Script.Mark(element.Start).Append('<');
        var start = Script.Length;
        WriteTagName(element);
        var nameLength = Script.Length - start;
        IsInAttribute = element.IsAuthored;
        WriteAttributes(element.Attributes, null);
        IsInAttribute = false;
        if (element.FirstChild is null && element.Name is not null)
        {
            Script.Append(" />");
            return;
        }

        Script.Append('>');
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            WriteChild(child);
        }

        Script.Append("</").AppendOwn(start, nameLength).Append('>');
    }

    public override void Write(JsxElement element, Func<int, int>? origin)
    {
        NestingLimit.Check();
        Script.Mark(element.Start < 0 || origin is null ? element.Start : origin(element.Start)).Append('<');
        var start = Script.Length;
        WriteTagName(element, origin);
        var nameLength = Script.Length - start;
        WriteAttributes(element.Attributes, origin);
        if (element.Children.Count == 0 && element.Name is not null)
        {
            Script.Append(" />");
            return;
        }

        Script.Append('>');
        foreach (var child in element.Children)
        {
            switch (child)
            {
                case JsxText text:
                    Script.Append('{').AppendString(text.Value).Append('}');
                    break;
                case JsxExpression expression:
                    Script.Append('{');
                    WriteCode(expression.Code, origin);
                    Script.Append('}');
                    break;
                case JsxElement inner:
                    Write(inner, origin);
                    break;
            }
        }

        Script.Append("</").AppendOwn(start, nameLength).Append('>');
    }

    private void WriteTagName(JsxElement element, Func<int, int>? origin)
    {
        if (element.Name is not { } name)
        {
            return;
        }

        if (IsContent && IsInAttribute && name.Kind == JsxNameKind.Tag)
        {
            WriteName(element, origin);
            return;
        }

        if (IsContent)
        {
            NoteName(element, origin);
        }

        Script.Append(name.Text);
    }

    private void WriteTagName(MdxElement element)
    {
        if (element is { Name: { } name, IsAuthored: true })
        {
            NoteName(element);
            Script.Append(name.Text);
        }
        else if (element.Name is not null)
        {
            WriteName(element);
        }
    }

    private void WriteChild(MdxNode child)
    {
        switch (child)
        {
            case MdxText { Length: > 0 } text:
                Script.Append('{').AppendString(Tree.TextOf(text)).Append('}');
                break;
            case MdxExpression { Code: { } code }:
                Script.Append('{');
                WriteCode(code);
                Script.Append('}');
                break;
            case MdxElement inner:
                Write(inner);
                break;
        }
    }

    private void WriteAttributes(IReadOnlyList<JsxAttribute> attributes, Func<int, int>? origin)
    {
        foreach (var attribute in attributes)
        {
            Script.Append(' ');
            if (attribute.IsSpread)
            {
                Script.Append("{...");
                WriteValue(attribute.Code!, origin);
                Script.Append('}');
                continue;
            }

            Script.Append(attribute.Name);
            if (attribute is { Text: null, Code: null, Element: null })
            {
                continue;
            }

            Script.Append("={");
            WriteAttributeValue(attribute, origin);
            Script.Append('}');
        }
    }
}
