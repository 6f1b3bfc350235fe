using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Convert;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonResultWriter(Stream output) : IResultWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(ConversionResult result)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            Write(json, result);
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void Write(Utf8JsonWriter json, ConversionResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("index", result.Index);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(result.Status.ToString()));
        json.WriteString("source", result.SourcePath);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(result.Kind.ToString()));
        json.WriteString("output", result.OutputPath);
        json.WriteString("title", result.Title);
        json.WritePropertyName("frontMatter");
        WriteData(json, result.FrontMatter);
        if (result.Content is not null)
        {
            json.WriteString("content", result.Content);
        }

        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics)
        {
            json.WriteStartObject();
            DiagnosticJson.WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (result.Reason is not null)
        {
            json.WriteString("reason", result.Reason);
        }

        json.WriteNumber("inputBytes", result.InputBytes);
        json.WriteNumber("outputBytes", result.OutputBytes);
        json.WriteNumber("ms", Math.Round(result.Duration.TotalMilliseconds, 3));
        json.WriteNumber("attempts", result.Attempts);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> mapping:
                json.WriteStartObject();
                foreach (var (key, item) in mapping)
                {
                    json.WritePropertyName(key);
                    WriteData(json, item);
                }

                json.WriteEndObject();
                break;
            case IReadOnlyList<object?> sequence:
                json.WriteStartArray();
                foreach (var item in sequence)
                {
                    WriteData(json, item);
                }

                json.WriteEndArray();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            case double special:
                json.WriteStringValue(special.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
