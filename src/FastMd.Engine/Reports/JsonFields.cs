using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Reports;

/// <summary>Fields of a JSON object, each in its unit.</summary>
internal sealed class JsonFields(Utf8JsonWriter json)
{
    private const int Decimals = 4;

    /// <summary>Whether half a surrogate pair stays what it is, for readers that know such strings, and does not become U+FFFD.</summary>
    public bool KeepsHalves { get; init; }

    public void Number(string name, long value) => json.WriteNumber(name, value);

    /// <summary>A number without decimals; null where there is none.</summary>
    public void Whole(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number with four decimals; null where there is none.</summary>
    public void Real(string name, double? value)
    {
        if (value is { } real && double.IsFinite(real))
        {
            json.WriteNumber(name, Math.Round(real, Decimals));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public void Milliseconds(string name, TimeSpan value) => json.WriteNumber(name, Math.Round(value.TotalMilliseconds, Decimals));

    public void Time(string name, DateTimeOffset value)
        => json.WriteString(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public void Text(string name, string value)
    {
        if (KeepsHalves && value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            json.WritePropertyName(name);
            json.WriteRawValue($"\"{string.Concat(value.Select(unit => $@"\u{(int)unit:X4}"))}\"", skipInputValidation: true);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Text; null where there is none.</summary>
    public void Optional(string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            Text(name, value);
        }
    }

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    public void Name<T>(string name, T value)
        where T : struct, Enum => json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public void Object(string? name, Action fields)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        fields();
        json.WriteEndObject();
    }

    public void Array<T>(string name, IEnumerable<T> items, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            Object(null, () => fields(item));
        }

        json.WriteEndArray();
    }

    public void Excerpt<T>(string name, Excerpt<T> excerpt, Action<T> fields) => Object(name, () =>
    {
        Number("count", excerpt.Count);
        Array("items", excerpt.Items, fields);
    });
}
