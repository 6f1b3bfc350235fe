using System.Globalization;
using System.Text.Json;

namespace FastMd.Engine.Reports;

/// <summary>Reads what <see cref="JsonFields"/> wrote. What is not there, or is something else, is an exception of the reader of JSON or of the number.</summary>
internal static class JsonReading
{
    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is no text");

    public static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static double? Real(JsonElement json, string name) => Present(json, name)?.GetDouble();

    /// <summary>A number without decimals, or null.</summary>
    public static int? Whole(JsonElement json, string name) => Present(json, name)?.GetInt32();

    /// <summary>A field that earlier versions did not write; null where it is not there, or says null.</summary>
    public static JsonElement? Later(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static DateTimeOffset Moment(JsonElement json, string name) => DateTimeOffset.Parse(Text(json, name), CultureInfo.InvariantCulture);

    public static TimeSpan Time(JsonElement json, string name)
        => json.GetProperty(name).GetDouble() is var milliseconds && milliseconds < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.MaxValue;

    /// <exception cref="ArgumentException">The enumeration has no such value.</exception>
    public static T Name<T>(JsonElement json, string name)
        where T : struct, Enum => Enum.Parse<T>(Text(json, name), ignoreCase: true);

    public static T[] Items<T>(JsonElement json, string name, Func<JsonElement, T> read) => [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static JsonElement? Present(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;
}
