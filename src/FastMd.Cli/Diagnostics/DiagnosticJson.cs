using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>A diagnostic's members in every JSON the executable writes but SARIF.</summary>
internal static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Utf8JsonWriter Writer(Stream output) => new(output, Options);

    public static void WriteMembers(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("severity", diagnostic.Kind);
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
    }
}
