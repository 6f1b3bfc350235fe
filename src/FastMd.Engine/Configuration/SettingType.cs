using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>How a setting's values are read, checked and written.</summary>
internal abstract class SettingType<T>
    where T : notnull
{
    public abstract string Allowed { get; }

    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    public abstract bool TryRead(JsonElement json, [MaybeNullWhen(false)] out T value);

    public virtual bool IsValid(T value) => true;

    public abstract string Format(T value);
}

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
}

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
}

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
}

internal sealed class Choice<TEnum> : SettingType<TEnum>
    where TEnum : struct, Enum
{
    public override string Allowed => string.Join(", ", Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant()));

    public override bool TryParse(string text, out TEnum value)
        => Enum.TryParse(text, ignoreCase: true, out value) && !char.IsAsciiDigit(text[0]);

    public override bool TryRead(JsonElement json, out TEnum value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text && TryParse(text, out value);
    }

    public override bool IsValid(TEnum value) => Enum.IsDefined(value);

    public override string Format(TEnum value) => value.ToString().ToLowerInvariant();
}

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
}

internal sealed class PatternList : SettingType<IReadOnlyList<string>>
{
    public override string Allowed => "glob patterns (in the environment, separated by ';')";

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
}
