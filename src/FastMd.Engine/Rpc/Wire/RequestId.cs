using System.Text.Json;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>The id of a request, as its client chose it.</summary>
/// <param name="Text">The text of a string, or the digits of a number.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal sealed record RequestId(string Text, bool IsNumber)
{
    /// <summary>Characters that an id may have: it is kept, and repeated.</summary>
    public const int MaximumLength = 1024;

    /// <summary>Reads an id; null where the value is none.</summary>
    public static RequestId? Read(ref Utf8JsonReader reader)
        => reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || reader.ValueSpan.Length > MaximumLength ? null
            : reader.TokenType == JsonTokenType.Number ? new(System.Text.Encoding.UTF8.GetString(reader.ValueSpan), IsNumber: true)
            : JsonStrings.TryGet(ref reader, out var text) ? new(text, IsNumber: false)
            : null;

    /// <summary>Writes it.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (IsNumber)
        {
            json.WriteRawValue(Text);
        }
        else
        {
            json.WriteStringValue(Text);
        }
    }
}
