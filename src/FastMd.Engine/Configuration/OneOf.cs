using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>One of a few names; matching is case-insensitive.</summary>
/// <param name="names">The names, in lower case.</param>
internal sealed class OneOf(params string[] names) : SettingType<string>
{
    public override string Allowed => string.Join(", ", names);

    public override bool TryParse(string text, out string value)
    {
        value = text.ToLowerInvariant();
        return true;
    }

    public override bool TryRead(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()!.ToLowerInvariant() : "";
        return json.ValueKind == JsonValueKind.String;
    }

    public override bool IsValid(string value) => names.Contains(value);

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
