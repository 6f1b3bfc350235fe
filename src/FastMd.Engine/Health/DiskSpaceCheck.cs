namespace FastMd.Engine.Health;

/// <summary>How much room the destination has.</summary>
internal static class DiskSpaceCheck
{
    private const long Little = 256 * Sizes.MegaByte;

    public static HealthRow Row(ITrialFolder? folder) => folder?.FreeBytes() switch
    {
        null when folder is null => FolderNotTried.Row("Disk space"),
        null => new("Disk space", HealthStatus.Ok, "not known", null),
        < Little and var free => new(
            "Disk space", HealthStatus.Warning, $"{Sizes.Text(free)} free", "Free some space, or name a destination on another disk."),
        { } free => new("Disk space", HealthStatus.Ok, $"{Sizes.Text(free)} free", null),
    };
}
