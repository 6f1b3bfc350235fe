using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastMd.Engine.Context.Sets;

/// <summary>Writes objects of JSON, one a line.</summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object and a line feed.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> members)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        stream.Write(line.WrittenSpan);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a member, unless it is empty.</summary>
    public static void Add(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes a member that is a list of texts.</summary>
    public static void Add(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
