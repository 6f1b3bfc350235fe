using System.Globalization;

namespace FastMd.Cli.Terminal;

/// <summary>Figures for people, as the page of a report writes them: three digits that count, and the unit that suits them.</summary>
internal static class Figures
{
    private const double KiloByte = 1024;
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB"];

    public static string Count(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Three digits, or as many as stand before the point.</summary>
    public static string Real(double value) => Math.Abs(value) switch
    {
        >= 99.95 => Count(value),
        >= 9.995 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>Bytes in steps of 1,024.</summary>
    public static string Bytes(double value)
    {
        var unit = 0;
        for (; Math.Abs(value) >= 999.5 && unit < Units.Length - 1; unit++)
        {
            value /= KiloByte;
        }

        return $"{Real(value)} {Units[unit]}";
    }

    /// <summary>Per cent.</summary>
    public static string Share(double value) => (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        0 => "0 s",
        < 0.0009995 => Real(time.TotalMicroseconds) + " µs",
        < 0.9995 => Real(time.TotalMilliseconds) + " ms",
        < 60 => Real(time.TotalSeconds) + " s",
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };

    /// <summary>The end of a path, where it is longer than there is room for.</summary>
    public static string Ending(string path, int room) => path.Length <= room ? path : string.Concat("…", path.AsSpan(path.Length - Math.Max(0, room - 1)));
}
