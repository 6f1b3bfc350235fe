using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>The path of a file, or nothing.</summary>
internal sealed class FilePath : SettingType<string>
{
    public override string Allowed => "the path of a file, or nothing";

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

    public override bool IsValid(string value) => !value.Contains('\0', StringComparison.Ordinal);

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "string");
}
