using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>How much memory is left.</summary>
internal static class MemoryCheck
{
    private const long Little = 256 * Sizes.MegaByte;

    public static HealthRow Row(MachineLimits limits, long? free)
    {
        var total = $"{Sizes.Text(limits.MemoryBytes)}{(limits.CgroupMemoryBytes <= limits.MemoryBytes ? ", the limit of the control group" : "")}";
        return free switch
        {
            null => new("Memory", HealthStatus.Ok, $"{total}; how much of it is free is not known", null),
            < Little => new(
                "Memory",
                HealthStatus.Warning,
                $"{Sizes.Text(free.Value)} free of {total}",
                "End other programs or raise the limit; until then set memoryLimitMB to less than is free, and convert with few workers."),
            _ => new("Memory", HealthStatus.Ok, $"{Sizes.Text(free.Value)} free of {total}", null),
        };
    }
}
