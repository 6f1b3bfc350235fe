using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Check;

/// <summary>One JSON object a finding.</summary>
internal sealed class FindingJsonWriter(Stream output)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string path, Diagnostic diagnostic)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("source", path);
            json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(diagnostic.Severity.ToString()));
            json.WriteString("code", diagnostic.Code);
            json.WriteString("message", diagnostic.Message);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
