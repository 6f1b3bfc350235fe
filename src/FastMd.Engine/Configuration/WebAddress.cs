using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>An absolute http or https address, or nothing.</summary>
internal sealed class WebAddress : SettingType<string>
{
    public override string Allowed => "an http or https address, or nothing";

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

    public override bool IsValid(string value)
        => value.Length == 0 || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", "^([Hh][Tt][Tt][Pp][Ss]?://.+)?$");
    }
}
