using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Health;

namespace FastMd.Cli.Doctor;

/// <summary>One JSON object a line.</summary>
internal static class HealthJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<HealthRow> rows, Stream output)
    {
        foreach (var row in rows)
        {
            using (var json = new Utf8JsonWriter(output, Options))
            {
                json.WriteStartObject();
                json.WriteString("check", row.Check);
                json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString()));
                json.WriteString("found", row.Found);
                json.WriteString("advice", row.Advice);
                json.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }

        output.Flush();
    }
}
