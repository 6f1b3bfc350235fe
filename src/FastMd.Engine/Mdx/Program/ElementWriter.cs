using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;
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

    /// <summary>
    /// Whether the code being written stands in an attribute of an element of the document. Tags there can be replaced by components, as if Markdown
    /// had produced them, because the reference implementation does so.
    /// </summary>
    protected bool IsInAttribute { get; set; }

    /// <summary>What import calls are wrapped in, in function bodies; null where they stay.</summary>
    public CodeRewriting? Rewriting { get; init; }

    /// <summary>What is put into the functions of the code that is written.</summary>
    public IReadOnlyList<CodeEdit> Inserted { get; set; } = [];

    /// <summary>Writes an element of the document.</summary>
    public abstract void Write(MdxElement element);

    /// <summary>Writes an element that stands in code.</summary>
    /// <param name="element">The element.</param>
    /// <param name="origin">Translates its offsets into offsets in the document.</param>
    public abstract void Write(JsxElement element, Func<int, int>? origin);

    /// <summary>Writes code that may be more than one value where one is meant.</summary>
    /// <param name="code">The code.</param>
    /// <param name="outer">Translates offsets of the code it stands in, if any, into offsets in the document.</param>
    public void WriteValue(CodeFragment code, Func<int, int>? outer = null)
    {
        if (code.IsSequence)
        {
            script.Append('(');
            WriteCode(code, outer);
            script.Append(')');
        }
        else
        {
            WriteCode(code, outer);
        }
    }

    /// <summary>Writes code; the elements in it are compiled.</summary>
    /// <param name="code">The code.</param>
    /// <param name="outer">Translates offsets of the code it stands in, if any, into offsets in the document.</param>
    public void WriteCode(CodeFragment code, Func<int, int>? outer = null)
    {
        NestingLimit.Check();
        var origin = code.Origin ?? outer;
        var text = code.Text.AsSpan();
        var next = code.Start;
        foreach (var edit in CodeEdits.Of(code, Rewriting, Inserted))
        {
            script.AppendMarked(text[next..edit.Start], next, origin);
            next = edit.End;
            if (edit.Element is { } element)
            {
                Write(element, origin);
            }
            else
            {
                script.Append(edit.Code);
            }
        }

        script.AppendMarked(text[next..code.End], next, origin);
    }

    /// <summary>Writes the name of an element of the document as an expression, and notes it.</summary>
    protected void WriteName(MdxElement element)
    {
        var name = element.Name!.Value;
        if (!element.IsAuthored)
        {
            script.Append(components.AddTag(name.Text));
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
        var name = element.Name!.Value;
        if (IsContent)
        {
            NoteName(element, origin);
        }

        if (IsContent && IsInAttribute && name.Kind == JsxNameKind.Tag)
        {
            script.Append(components.AddTag(name.Text));
        }
        else
        {
            WriteName(name);
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
            WriteValue(code, origin);
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
