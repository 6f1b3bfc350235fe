using System.Text;
using System.Text.Json;

namespace FastMd.Engine.Mdx.JavaScript.Writing;

/// <summary>Gathers where code comes from, and writes it as a source map of version 3. Code must be noted in the order it is written.</summary>
/// <param name="source">The document.</param>
internal sealed class SourceMap(string source)
{
    private readonly LineMap _lines = new(source);
    private readonly StringBuilder _mappings = new();
    private int _line;
    private int _column;
    private (int Line, int Column) _origin;
    private bool _lineHasMapping;

    /// <summary>The mappings, as the format writes them.</summary>
    public string Mappings => _mappings.ToString();

    /// <summary>Notes where code comes from.</summary>
    /// <param name="line">The line of the code, from 0.</param>
    /// <param name="column">The column of the code in UTF-16 units, from 0.</param>
    /// <param name="offset">Where in the document it comes from.</param>
    public void Add(int line, int column, int offset)
    {
        if (line > _line)
        {
            _mappings.Append(';', line - _line);
            (_line, _column, _lineHasMapping) = (line, 0, false);
        }
        else if (_lineHasMapping)
        {
            _mappings.Append(',');
        }

        var position = _lines.PositionOf(offset);
        Base64Vlq.Append(_mappings, column - _column);
        Base64Vlq.Append(_mappings, 0);
        Base64Vlq.Append(_mappings, position.Line - 1 - _origin.Line);
        Base64Vlq.Append(_mappings, position.Column - 1 - _origin.Column);
        _column = column;
        _origin = (position.Line - 1, position.Column - 1);
        _lineHasMapping = true;
    }

    /// <summary>The map as JSON.</summary>
    /// <param name="file">Name of the file the code is written to.</param>
    /// <param name="sourceFile">Name of the document, as seen from there.</param>
    /// <param name="includesSource">Whether the document itself is put into the map.</param>
    public string ToJson(string file, string sourceFile, bool includesSource = true)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 3);
            json.WriteString("file", file);
            json.WriteStartArray("sources");
            json.WriteStringValue(sourceFile);
            json.WriteEndArray();
            if (includesSource)
            {
                json.WriteStartArray("sourcesContent");
                json.WriteStringValue(source);
                json.WriteEndArray();
            }

            json.WriteStartArray("names");
            json.WriteEndArray();
            json.WriteString("mappings", Mappings);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
