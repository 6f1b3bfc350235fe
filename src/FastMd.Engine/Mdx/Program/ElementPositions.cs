using System.Globalization;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes where elements stand in the source.</summary>
internal sealed class ElementPositions(string source, string fileName)
{
    private readonly LineIndex _lines = new(source);

    public string FileName => fileName;

    /// <summary>Writes an element's place.</summary>
    /// <param name="script">What is written to.</param>
    /// <param name="start">Its offset in the document; negative where it has none.</param>
    public void Write(ScriptText script, int start)
    {
        script.Append("{fileName: ").AppendString(fileName.Length > 0 ? fileName : "<source.js>");
        if (start >= 0)
        {
            var (line, column) = _lines.Of(start);
            script.Append(string.Create(CultureInfo.InvariantCulture, $", lineNumber: {line}, columnNumber: {column}"));
        }

        script.Append('}');
    }

    /// <summary>A stretch of the document, as people name it.</summary>
    public string Place(int start, int end) => $"{_lines.Of(start)}-{_lines.Of(end)}";
}
