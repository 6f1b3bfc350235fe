using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Yes or no.</summary>
internal sealed class Switch : SettingType<bool>
{
    public override string Allowed => "true or false";

    public override bool TryParse(string text, out bool value)
    {
        value = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    public override bool TryRead(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False;
    }

    public override string Format(bool value) => value ? "true" : "false";

    public override void Write(Utf8JsonWriter json, bool value) => json.WriteBooleanValue(value);

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "boolean");
}
