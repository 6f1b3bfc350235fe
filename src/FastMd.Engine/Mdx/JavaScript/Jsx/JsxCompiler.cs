using FastMd.Engine.Mdx.JavaScript.Writing;

namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>Writes code with its JSX compiled.</summary>
/// <param name="options">How.</param>
/// <param name="writer">Where to.</param>
internal sealed partial class JsxCompiler(JsxOptions options, JavaScriptWriter writer)
{
    private string? _text;
    private Func<int, int>? _origin;
    private IReadOnlyList<CodeInsertion> _insertions = [];

    /// <summary>What the code written so far needs from the runtime's module.</summary>
    public JsxHelpers Helpers { get; private set; }

    /// <summary>Writes a child as an expression.</summary>
    public void Write(JsxNode node)
    {
        switch (node)
        {
            case JsxText text:
                writer.WriteString(text.Value);
                break;
            case JsxExpression expression:
                WriteValue(expression.Code);
                break;
            case JsxElement element:
                Write(element);
                break;
        }
    }

    /// <summary>Writes an element as an expression.</summary>
    public void Write(JsxElement element)
    {
        writer.Mark(OffsetOf(element));
        switch (options.Runtime)
        {
            case JsxRuntime.Automatic: WriteAutomatic(element); break;
            case JsxRuntime.Classic: WriteClassic(element); break;
            default: WritePreserved(element); break;
        }
    }

    /// <summary>Writes an expression so that it can stand where one value is meant.</summary>
    public void WriteValue(CodeFragment code)
    {
        if (code.IsSequence)
        {
            writer.Write("(");
        }

        Write(code);
        if (code.IsSequence)
        {
            writer.Write(")");
        }
    }

    /// <summary>Writes code.</summary>
    public void Write(CodeFragment code)
    {
        var (text, origin) = (_text, _origin);
        _origin = code.Origin ?? (ReferenceEquals(code.Text, text) ? origin : null);
        _text = code.Text;
        WriteEdited(code);
        (_text, _origin) = (text, origin);
    }

    /// <summary>Writes code, and other code into it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="insertions">What to put into it, in order of offsets, also into code within its JSX.</param>
    public void Write(CodeFragment code, IReadOnlyList<CodeInsertion> insertions)
    {
        _insertions = insertions;
        Write(code);
        _insertions = [];
    }

    private void WriteEdited(CodeFragment code)
    {
        var next = code.Start;
        foreach (var edit in CodeEdits.Of(code, options, _insertions))
        {
            writer.Copy(code.Text, new(next, edit.Start), _origin);
            next = edit.End;
            if (edit.Element is not null)
            {
                Write(edit.Element);
            }
            else
            {
                writer.Write(edit.Code);
            }
        }

        writer.Copy(code.Text, new(next, code.End), _origin);
    }

    private int OffsetOf(JsxElement element) => element.Start < 0 ? -1 : _origin?.Invoke(element.Start) ?? element.Start;
}
