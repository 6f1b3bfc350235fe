using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>JSON for people: nothing is escaped that need not be, and lines end alike on every system.</summary>
internal static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write, bool indented = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
