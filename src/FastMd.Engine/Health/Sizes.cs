using System.Globalization;

namespace FastMd.Engine.Health;

/// <summary>Sizes as people read them.</summary>
internal static class Sizes
{
    public const long MegaByte = 1024 * 1024;

    private const long GigaByte = 1024 * MegaByte;

    public static string Text(long bytes) => bytes >= GigaByte
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / GigaByte:0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / MegaByte} MB");
}
