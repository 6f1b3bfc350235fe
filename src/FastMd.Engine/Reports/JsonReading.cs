using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastMd.Engine.Reports;

/// <summary>
/// Reads what <see cref="JsonFields"/> wrote. What is not there, or is something else, is an exception of the reader of JSON or of the number; so is a figure that
/// cannot be, and that sums of several would not hold: what is read may come from elsewhere.
/// </summary>
internal static class JsonReading
{
    // What a double holds exactly, as readers in other languages have it.
    private const long MostOfAll = 1L << 53;
    private const int MostOfFew = 1_000_000;

    private static readonly TimeSpan Century = TimeSpan.FromDays(36_525);

    public static string Text(JsonElement json, string name) => TextOrNull(json, name) ?? throw new FormatException($"'{name}' is no text");

    public static string? TextOrNull(JsonElement json, string name)
    {
        var text = json.GetProperty(name);
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException) when (text.ValueKind == JsonValueKind.String)
        {
            // Half a surrogate pair is written as an escape: names of files and excerpts of documents have some. The reader of JSON refuses it.
            return Regex.Unescape(text.GetRawText()[1..^1]);
        }
    }

    public static long Number(JsonElement json, string name) => Bounded(json.GetProperty(name), MostOfAll, name);

    public static long? NumberOrNull(JsonElement json, string name) => Present(json, name) is { } value ? Bounded(value, MostOfAll, name) : null;

    /// <summary>A number of things of which no machine has more than a million.</summary>
    public static int Few(JsonElement json, string name) => (int)Bounded(json.GetProperty(name), MostOfFew, name);

    /// <summary>A number without decimals.</summary>
    public static int Whole(JsonElement json, string name) => (int)Bounded(json.GetProperty(name), int.MaxValue, name);

    public static double? Real(JsonElement json, string name) => Present(json, name)?.GetDouble();

    /// <summary>A number without decimals, or null.</summary>
    public static int? WholeOrNull(JsonElement json, string name) => Present(json, name) is { } value ? (int)Bounded(value, int.MaxValue, name) : null;

    /// <summary>A number that earlier versions did not write; null where it is not there, or says null.</summary>
    public static long? LaterNumber(JsonElement json, string name) => Later(json, name) is { } value ? Bounded(value, MostOfAll, name) : null;

    /// <summary>A number without decimals that earlier versions did not write; null where it is not there, or says null.</summary>
    public static int? LaterWhole(JsonElement json, string name) => Later(json, name) is { } value ? (int)Bounded(value, int.MaxValue, name) : null;

    /// <summary>A number with decimals that earlier versions did not write; null where it is not there, or says null.</summary>
    public static double? LaterReal(JsonElement json, string name) => Later(json, name)?.GetDouble();

    public static DateTimeOffset Moment(JsonElement json, string name)
        => DateTimeOffset.Parse(Text(json, name), CultureInfo.InvariantCulture) is var moment && moment.Year is >= 1970 and < 2200 ? moment : throw new FormatException($"'{name}' cannot be");

    public static TimeSpan Time(JsonElement json, string name)
        => json.GetProperty(name).GetDouble() is var milliseconds && milliseconds >= 0 && milliseconds <= Century.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new FormatException($"'{name}' cannot be");

    /// <exception cref="FormatException">The enumeration has no such value.</exception>
    public static T Name<T>(JsonElement json, string name)
        where T : struct, Enum
        => Enum.TryParse<T>(Text(json, name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new FormatException($"'{name}' cannot be");

    public static T[] Items<T>(JsonElement json, string name, Func<JsonElement, T> read) => [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static long Bounded(JsonElement value, long most, string name)
        => value.GetInt64() is var number && number >= 0 && number <= most ? number : throw new FormatException($"'{name}' cannot be");

    private static JsonElement? Later(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement? Present(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;
}
