using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>The name of an encoding.</summary>
internal sealed class EncodingName : SettingType<string>
{
    public override string Allowed => "the name of an encoding, such as utf-8, utf-16, windows-1252";

    public override bool TryParse(string text, out string value)
    {
        value = text;
        return true;
    }

    public override bool TryRead(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return value is not null;
    }

    public override bool IsValid(string value) => value.Length > 0 && Documents.EncodingNames.Find(value) is not null;

    public override string Format(string value) => value;

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
    }
}
