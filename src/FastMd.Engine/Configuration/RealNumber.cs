using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>A number within bounds.</summary>
internal sealed class RealNumber(double minimum, double maximum) : SettingType<double>
{
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}");

    public override bool TryParse(string text, out double value)
        => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    public override bool TryRead(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value);
    }

    public override bool IsValid(double value) => value >= minimum && value <= maximum;

    public override string Format(double value) => value.ToString(CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter json, double value) => json.WriteNumberValue(value);

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "number");
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
    }
}
