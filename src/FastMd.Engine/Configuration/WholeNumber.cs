using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>A whole number within bounds.</summary>
internal sealed class WholeNumber(int minimum, int maximum) : SettingType<int>
{
    public override string Allowed => $"{minimum} to {maximum}";

    public override bool TryParse(string text, out int value)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public override bool TryRead(JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }

    public override bool IsValid(int value) => value >= minimum && value <= maximum;

    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter json, int value) => json.WriteNumberValue(value);

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
    }
}
