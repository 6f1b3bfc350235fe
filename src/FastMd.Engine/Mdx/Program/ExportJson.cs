using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Data as JSON, which is JavaScript too.</summary>
internal static class ExportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Front matter, an object.</summary>
    public static string Of(IReadOnlyDictionary<string, object?>? data) => Write(writer => DataJson.Write(writer, data ?? new Dictionary<string, object?>()));

    /// <summary>Headings, an array of <c>{depth, value, id}</c>.</summary>
    public static string Of(IReadOnlyList<Heading> headings) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var (depth, text, id) in headings)
        {
            writer.WriteStartObject();
            writer.WriteNumber("depth", depth);
            writer.WriteString("value", text);
            writer.WriteString("id", id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
