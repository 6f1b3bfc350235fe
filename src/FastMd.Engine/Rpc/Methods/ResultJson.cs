using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Rpc.Conversion;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>What became of documents, as JSON.</summary>
internal static class ResultJson
{
    /// <summary>The result of <c>transform</c>: an object.</summary>
    public static void Write(Utf8JsonWriter json, Transformed transformed)
    {
        json.WriteStartObject();
        WriteMembers(json, transformed);
        json.WriteEndObject();
    }

    /// <summary>The result of a file of a batch: the members of an object.</summary>
    public static void WriteOfBatch(Utf8JsonWriter json, int index, BatchOutcome outcome)
    {
        json.WriteNumber("index"u8, index);
        json.WriteString("status"u8, NameOf(outcome.Status));
        if (outcome.Transformed is { IsConverted: true } converted)
        {
            WriteMembers(json, converted);
            return;
        }

        json.WriteString("file"u8, outcome.File);
        json.WriteStartObject("error"u8);
        json.WriteNumber("code"u8, outcome.Code);
        json.WriteString("message"u8, outcome.Message);
        json.WriteEndObject();
        WriteDiagnostics(json, outcome.Transformed?.Diagnostics ?? []);
    }

    /// <summary>The <c>data</c> of the error that answers a document that failed.</summary>
    public static void WriteFailure(Utf8JsonWriter json, Transformed transformed)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, transformed.File);
        json.WriteString("status"u8, NameOf(transformed.Status));
        WriteDiagnostics(json, transformed.Diagnostics);
        json.WriteEndObject();
    }

    /// <summary>What a status is called.</summary>
    public static string NameOf(ConversionStatus status) => status switch
    {
        ConversionStatus.TimedOut => "timedOut",
        ConversionStatus.Cancelled => "cancelled",
        ConversionStatus.Failed => "failed",
        _ => "converted",
    };

    private static void WriteMembers(Utf8JsonWriter json, Transformed transformed)
    {
        json.WriteString("file"u8, transformed.File);
        json.WriteString("target"u8, transformed.Target);
        json.WriteString("code"u8, transformed.Code.Span);
        if (!transformed.SourceMap.IsEmpty)
        {
            json.WritePropertyName("map"u8);
            json.WriteRawValue(transformed.SourceMap.Span, skipInputValidation: true);
        }

        WriteMetadata(json, transformed.Metadata);
        json.WriteStartArray("dependencies"u8);
        foreach (var path in transformed.Metadata.Dependencies)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
        WriteDiagnostics(json, transformed.Diagnostics);
    }

    private static void WriteMetadata(Utf8JsonWriter json, DocumentMetadata metadata)
    {
        json.WriteStartObject("metadata"u8);
        if (metadata.Title is { } title)
        {
            json.WriteString("title"u8, title);
        }

        if (metadata.FrontMatter is { } frontMatter)
        {
            json.WritePropertyName("frontMatter"u8);
            DataJson.Write(json, frontMatter);
        }

        json.WriteStartArray("headings"u8);
        foreach (var (level, text, id) in metadata.Headings)
        {
            json.WriteStartObject();
            json.WriteNumber("level"u8, level);
            json.WriteString("text"u8, text);
            if (id is not null)
            {
                json.WriteString("id"u8, id);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics"u8);
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity"u8, diagnostic.Kind);
            json.WriteString("code"u8, diagnostic.Code);
            json.WriteString("message"u8, diagnostic.Message);
            if (diagnostic.Line > 0)
            {
                json.WriteNumber("line"u8, diagnostic.Line);
                json.WriteNumber("column"u8, diagnostic.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
