using System.Text;
using FastMd.Engine.Mdx.JavaScript.Parsing;

namespace FastMd.Engine.Mdx.JavaScript.Writing;

/// <summary>Appends code, and notes where in the document it comes from.</summary>
/// <param name="output">Where the code goes; empty at first.</param>
/// <param name="map">Where the notes go; null to take none.</param>
internal sealed class JavaScriptWriter(StringBuilder output, SourceMap? map = null)
{
    private int _line;
    private int _column;

    public JavaScriptWriter Write(ReadOnlySpan<char> code)
    {
        output.Append(code);
        if (map is not null)
        {
            Advance(code);
        }

        return this;
    }

    public JavaScriptWriter WriteLine(ReadOnlySpan<char> code = default) => Write(code).Write("\n");

    public JavaScriptWriter WriteString(ReadOnlySpan<char> value)
    {
        var from = output.Length;
        StringLiteral.Append(output, value);

        // No literal has a line ending in it.
        _column += output.Length - from;
        return this;
    }

    /// <summary>Writes the name of a property: bare where that is allowed.</summary>
    public JavaScriptWriter WritePropertyName(ReadOnlySpan<char> name) => Identifiers.IsName(name) ? Write(name) : WriteString(name);

    /// <summary>Notes that what is written next comes from an offset in the document; a negative one is from nowhere.</summary>
    public JavaScriptWriter Mark(int offset)
    {
        if (map is not null && offset >= 0)
        {
            map.Add(_line, _column, offset);
        }

        return this;
    }

    /// <summary>Copies code, each of its lines with a note.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="span">Where in it.</param>
    /// <param name="origin">Translates offsets in the text into offsets in the document; null where they are the same.</param>
    public JavaScriptWriter Copy(string text, CodeSpan span, Func<int, int>? origin = null)
    {
        if (map is null)
        {
            return Write(text.AsSpan(span.Start, span.Length));
        }

        for (var start = span.Start; start < span.End;)
        {
            var newline = text.IndexOf('\n', start, span.End - start);
            var next = newline < 0 ? span.End : newline + 1;
            Mark(origin?.Invoke(start) ?? start).Write(text.AsSpan(start, next - start));
            start = next;
        }

        return this;
    }

    private void Advance(ReadOnlySpan<char> code)
    {
        var newlines = code.Count('\n');
        _line += newlines;
        _column = newlines == 0 ? _column + code.Length : code.Length - code.LastIndexOf('\n') - 1;
    }
}
