using System.Globalization;

namespace FastMd.Engine.Reports.Charts;

/// <summary>Figures for people: three digits that count, and the unit that suits them.</summary>
internal static class Figures
{
    private static readonly string[] ByteUnits = ["B", "KB", "MB", "GB", "TB", "PB"];

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count and what is counted: <c>1 document</c>, <c>2,000 documents</c>.</summary>
    public static string Count(long value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";

    /// <summary>Three digits, or as many as stand before the point.</summary>
    public static string Real(double value) => Math.Abs(value) switch
    {
        >= 99.95 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 9.995 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.01 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>Bytes in steps of 1,024.</summary>
    public static string Bytes(double value)
    {
        var unit = 0;
        while (Math.Abs(value) >= 999.5 && unit < ByteUnits.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return $"{Real(value)} {ByteUnits[unit]}";
    }

    /// <summary>A share, 0 to 1, in per cent. Only all is 100 %, and only none is 0 %.</summary>
    public static string Share(double value) => value switch
    {
        > 0 and < 0.0001 => "< 0.01 %",
        > 0.9999 and < 1 => "> 99.99 %",
        < 0.01 or > 0.99 => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %",
        _ => (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %",
    };

    public static string Duration(TimeSpan value) => value.TotalSeconds switch
    {
        0 => "0 s",
        < 0.0009995 => $"{Real(value.TotalMicroseconds)} µs",
        < 0.9995 => $"{Real(value.TotalMilliseconds)} ms",
        < 60 => $"{Real(value.TotalSeconds)} s",
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)value.TotalMinutes} min {value.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalHours:N0} h {value.Minutes:00} min"),
    };
}
