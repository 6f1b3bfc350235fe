using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>How much memory is left.</summary>
internal static class MemoryCheck
{
    private const long Little = 256 * SizeText.MegaByte;

    public static HealthRow Row(MachineLimits limits, long? free)
    {
        var total = $"{SizeText.Text(limits.MemoryBytes)}{(limits.CgroupMemoryBytes <= limits.MemoryBytes ? ", the limit of the control group" : "")}";
        return free switch
        {
            null => new("Memory", HealthStatus.Ok, $"{total}; how much of it is free is not known", null),
            < Little => new(
                "Memory",
                HealthStatus.Warning,
                $"{SizeText.Text(free.Value)} free of {total}",
                "End other programs or raise the limit; until then set memoryLimitMB to less than is free, and convert with few workers."),
            _ => new("Memory", HealthStatus.Ok, $"{SizeText.Text(free.Value)} free of {total}", null),
        };
    }
}

/// <summary>Formats sizes for people.</summary>
internal static class SizeText
{
    public const long MegaByte = 1024 * 1024;

    private const long GigaByte = 1024 * MegaByte;

    public static string Text(long bytes) => bytes >= GigaByte
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / GigaByte:0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / MegaByte} MB");
}
