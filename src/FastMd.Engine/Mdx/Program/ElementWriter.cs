using FastMd.Engine.Mdx.JavaScript;
using FastMd.Engine.Mdx.JavaScript.Jsx;
using FastMd.Engine.Mdx.JavaScript.Parsing;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes elements, and code with elements in it, as JavaScript.</summary>
/// <param name="script">What is written to.</param>
/// <param name="tree">The document.</param>
/// <param name="components">Notes what is looked up.</param>
internal abstract class ElementWriter(ScriptText script, MdxTree tree, ComponentUse components)
{
    protected ScriptText Script => script;

    protected MdxTree Tree => tree;

    /// <summary>Whether what is written now is the content, whose components are looked up.</summary>
    public bool IsContent { get; set; }

    /// <summary>What import calls are wrapped in, in function bodies; null where they stay.</summary>
    public CodeRewriting? Rewriting { get; init; }

    /// <summary>Writes an element of the document.</summary>
    public abstract void Write(MdxElement element);

    /// <summary>Writes an element that stands in code.</summary>
    /// <param name="element">The element.</param>
    /// <param name="origin">Translates its offsets into offsets in the document.</param>
    public abstract void Write(JsxElement element, Func<int, int>? origin);

    /// <summary>Writes code that may be more than one value where one is meant.</summary>
    public void WriteValue(CodeFragment code)
    {
        if (code.IsSequence)
        {
            script.Append('(');
            WriteCode(code);
            script.Append(')');
        }
        else
        {
            WriteCode(code);
        }
    }

    /// <summary>Writes code; the elements in it are compiled.</summary>
    public void WriteCode(CodeFragment code) => WriteCode(code, code.Start, code.End);

    /// <summary>Writes a part of some code.</summary>
    public void WriteCode(CodeFragment code, int start, int end)
    {
        TooDeep.Check();
        var text = code.Text.AsSpan();
        var next = start;
        var edits = new CodeEdits(code, Rewriting, start);
        while (edits.TryNext(end, out var edit))
        {
            script.Append(text[next..edit.Start]);
            next = edit.End;
            if (edit.Element is { } element)
            {
                Write(element, code.Origin);
            }
            else
            {
                Rewriting!.Write(script, text[edit.Start..edit.End], edit.IsMetaUrl);
            }
        }

        script.Append(text[next..end]);
    }

    /// <summary>Writes the name of an element of the document as an expression, and notes it.</summary>
    protected void WriteName(MdxElement element)
    {
        var name = element.Name!.Value;
        if (!element.IsAuthored)
        {
            components.AddTag(name.Text);
            script.Append("_components.").Append(name.Text);
            return;
        }

        NoteName(element);
        WriteName(name);
    }

    protected void NoteName(MdxElement element)
        => components.AddName(element.Name!.Value, isBound: false, isInFunction: false, element.Start, element.End);

    protected void NoteName(JsxElement element, Func<int, int>? origin)
    {
        var start = origin is null ? element.Start : origin(element.Start);
        components.AddName(element.Name!.Value, element.IsBound, element.Function is not null, start, start + element.End - element.Start);
    }

    /// <summary>Writes the name of an element in code as an expression, and notes it where it is part of the content.</summary>
    protected void WriteName(JsxElement element, Func<int, int>? origin)
    {
        if (IsContent)
        {
            NoteName(element, origin);
        }

        WriteName(element.Name!.Value);
    }

    /// <summary>Writes an attribute's name as the key of a property.</summary>
    protected void WriteKey(string name)
    {
        if (Identifiers.IsName(name))
        {
            script.Append(name);
        }
        else
        {
            script.AppendString(name);
        }
    }

    /// <summary>Writes an attribute's value.</summary>
    protected void WriteAttributeValue(JsxAttribute attribute, Func<int, int>? origin)
    {
        if (attribute.Element is { } element)
        {
            Write(element, origin);
        }
        else if (attribute.Code is { } code)
        {
            WriteValue(code);
        }
        else if (attribute.Text is { } text)
        {
            script.AppendString(text);
        }
        else
        {
            script.Append("true");
        }
    }

    /// <summary>Writes a name as an expression: tags are strings, components values.</summary>
    protected void WriteName(JsxName name)
    {
        if (name.Kind is JsxNameKind.Tag or JsxNameKind.Namespaced)
        {
            script.AppendString(name.Text);
            return;
        }

        if (name.Kind == JsxNameKind.Component || !name.Text.Contains('-', StringComparison.Ordinal))
        {
            script.Append(name.Text);
            return;
        }

        MemberPath.Write(script, name.Text);
    }
}
