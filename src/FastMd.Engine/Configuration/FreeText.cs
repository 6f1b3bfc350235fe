using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Text of some kind.</summary>
internal abstract class FreeText : SettingType<string>
{
    public override bool TryParse(string text, out string value)
    {
        value = text;
        return true;
    }

    public override bool TryRead(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String;
    }

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "string");
}
