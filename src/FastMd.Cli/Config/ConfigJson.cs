using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Config;

/// <summary>One JSON object a line.</summary>
internal static class ConfigJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<ResolvedSetting> rows, TextWriter output)
    {
        foreach (var row in rows)
        {
            output.WriteLine(Line(row));
        }
    }

    private static string Line(ResolvedSetting row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("key", row.Setting.Key);
            json.WritePropertyName("value");
            json.WriteRawValue(row.Json);
            json.WritePropertyName("default");
            json.WriteRawValue(row.Setting.DefaultJson);
            json.WriteString("origin", Origin(row.Origin));
            WriteUnlessEmpty(json, "source", row.Source);
            json.WriteString("allowed", row.Setting.Allowed);
            json.WriteString("option", row.Setting.Option);
            WriteUnlessEmpty(json, "parameter", row.Setting.Parameter);
            json.WriteString("environment", row.Setting.EnvironmentVariable);
            json.WriteString("meaning", row.Setting.Meaning);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string Origin(SettingOrigin origin)
        => origin == SettingOrigin.Given ? "option" : JsonNamingPolicy.CamelCase.ConvertName(origin.ToString());

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string text)
        => json.WriteString(name, text.Length > 0 ? text : null);
}
