namespace FastMd.Engine.Health;

/// <summary>Which garbage collector runs, and how far it lets the heap grow.</summary>
internal static class CollectorCheck
{
    private const long Little = 256 * Sizes.MegaByte;

    public static HealthRow Row(bool isServer, bool isConcurrent, long? heapLimit)
    {
        var found = $"{(isServer ? "server" : "workstation")}, {(isConcurrent ? "concurrent" : "not concurrent")}, "
            + (heapLimit is { } limit ? $"heap limited to {Sizes.Text(limit)}" : "no heap limit");
        return heapLimit < Little
            ? new("Garbage collector", HealthStatus.Warning, found, "Large documents will not fit: raise or unset DOTNET_GCHeapHardLimit, or give the container more memory.")
            : new("Garbage collector", HealthStatus.Ok, found, null);
    }
}
