using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>Any of the names of an enumeration of flags; case and hyphens are ignored.</summary>
internal sealed class Names<TEnum> : SettingType<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Choice<TEnum> One = new();

    public override string Allowed => $"any of {string.Join(", ", All().Select(One.Format))} (as text, separated by ';'), or nothing";

    public override bool TryParse(string text, out TEnum value) => TryCombine(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), out value);

    public override bool TryRead(JsonElement json, out TEnum value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Array
            && json.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            && TryCombine(json.EnumerateArray().Select(static item => item.GetString()!), out value);
    }

    public override string Format(TEnum value) => string.Join(';', All().Where(name => value.HasFlag(name)).Select(One.Format));

    public override void Write(Utf8JsonWriter json, TEnum value)
    {
        json.WriteStartArray();
        foreach (var name in All().Where(name => value.HasFlag(name)))
        {
            json.WriteStringValue(One.Format(name));
        }

        json.WriteEndArray();
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteStartArray("enum");
        foreach (var name in All())
        {
            json.WriteStringValue(One.Format(name));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<TEnum> All() => Enum.GetValues<TEnum>().Where(static value => !EqualityComparer<TEnum>.Default.Equals(value, default));

    private static bool TryCombine(IEnumerable<string> names, out TEnum value)
    {
        // The names of flags, joined by commas, are a value of the enumeration.
        var all = new List<string>();
        value = default;
        foreach (var name in names)
        {
            if (name.Length == 0 || !One.TryParse(name, out var one) || !One.IsValid(one))
            {
                return false;
            }

            all.Add(one.ToString());
        }

        return all.Count == 0 || Enum.TryParse(string.Join(',', all), out value);
    }
}
