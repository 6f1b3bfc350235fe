using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Whole numbers within bounds: so many, or any number of them where no count is given.</summary>
internal sealed class NumberList(int? count, int minimum, int maximum, bool isAscending = false) : SettingType<IReadOnlyList<int>>
{
    public override string Allowed
        => $"{(count is null ? "" : $"{count} ")}{(isAscending ? "ascending " : "")}whole numbers from {minimum} to {maximum} (as text, separated by ';')";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out IReadOnlyList<int> value)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                value = null;
                return false;
            }

            numbers.Add(number);
        }

        value = numbers;
        return true;
    }

    public override bool TryRead(JsonElement json, [MaybeNullWhen(false)] out IReadOnlyList<int> value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var numbers = new List<int>();
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var number))
            {
                return false;
            }

            numbers.Add(number);
        }

        value = numbers;
        return true;
    }

    public override bool IsValid(IReadOnlyList<int> value)
        => (count is null || value.Count == count)
            && value.All(number => number >= minimum && number <= maximum)
            && (!isAscending || value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second));

    public override string Format(IReadOnlyList<int> value) => string.Join(";", value.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    public override void Write(Utf8JsonWriter json, IReadOnlyList<int> value)
    {
        json.WriteStartArray();
        foreach (var number in value)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
        json.WriteEndObject();
        if (count is { } exactly)
        {
            json.WriteNumber("minItems", exactly);
            json.WriteNumber("maxItems", exactly);
        }
    }
}
