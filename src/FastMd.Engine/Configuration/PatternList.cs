using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>A list of glob patterns.</summary>
internal class PatternList : SettingType<IReadOnlyList<string>>
{
    public override string Allowed => "glob patterns (as text, separated by ';')";

    public override bool TryParse(string text, out IReadOnlyList<string> value)
    {
        value = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return true;
    }

    public override bool TryRead(JsonElement json, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        value = [.. json.EnumerateArray().Select(item => item.GetString()!)];
        return true;
    }

    public override bool IsValid(IReadOnlyList<string> value) => value.All(pattern => pattern.Length > 0);

    public override string Format(IReadOnlyList<string> value) => string.Join(";", value);

    public override void Write(Utf8JsonWriter json, IReadOnlyList<string> value)
    {
        json.WriteStartArray();
        foreach (var pattern in value)
        {
            json.WriteStringValue(pattern);
        }

        json.WriteEndArray();
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteEndObject();
    }
}

/// <summary>A list of texts.</summary>
internal sealed class TextList : PatternList
{
    public override string Allowed => "texts (as text, separated by ';')";
}
