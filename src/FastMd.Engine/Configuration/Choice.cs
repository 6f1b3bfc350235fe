using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>One of the names of an enumeration; case and hyphens are ignored.</summary>
internal sealed class Choice<TEnum> : SettingType<TEnum>
    where TEnum : struct, Enum
{
    public override string Allowed => string.Join(", ", Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant()));

    public override bool TryParse(string text, out TEnum value)
        => Enum.TryParse(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out value) && !char.IsAsciiDigit(text[0]);

    public override bool TryRead(JsonElement json, out TEnum value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text && TryParse(text, out value);
    }

    public override bool IsValid(TEnum value) => Enum.IsDefined(value);

    public override string Format(TEnum value) => value.ToString().ToLowerInvariant();

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (var value in Enum.GetValues<TEnum>())
        {
            json.WriteStringValue(Format(value));
        }

        json.WriteEndArray();
    }
}
