using System.Text.Json;

namespace FastMd.Engine.Documents;

/// <summary>Front matter as JSON.</summary>
internal static class DataJson
{
    /// <summary>Writes a value: null, a mapping, a list, or a scalar.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> mapping:
                writer.WriteStartObject();
                foreach (var (key, inner) in mapping)
                {
                    writer.WritePropertyName(key);
                    Write(writer, inner);
                }

                writer.WriteEndObject();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case IEnumerable<object?> list:
                writer.WriteStartArray();
                foreach (var inner in list)
                {
                    Write(writer, inner);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
