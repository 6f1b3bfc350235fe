namespace FastMd.Engine.Health;

/// <summary>Whether folders can be written to: really, by writing, renaming and deleting a file.</summary>
internal static class FolderCheck
{
    public static HealthRow TemporaryRow(IProbeFolder folder) => folder.WriteFailure is { } failure
        ? new(
            "Temporary folder",
            HealthStatus.Warning,
            $"{folder.Path} cannot be written: {failure}",
            $"Set {(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR")} to a folder you may write to. Outputs do not pass through it, but the runtime and PowerShell use it.")
        : new("Temporary folder", HealthStatus.Ok, $"{folder.Path} can be written", null);

    public static HealthRow DestinationRow(FolderLocation place, IProbeFolder? folder)
    {
        if (folder is null)
        {
            return new("Destination", HealthStatus.Problem, $"{place.Path} cannot be made: {place.Obstacle}", "Move what is in the way, or name another destination.");
        }

        var found = place.Exists ? place.Path : $"{place.Path}, to be made in {folder.Path},";
        return folder.WriteFailure is { } failure
            ? new("Destination", HealthStatus.Problem, $"{found} cannot be written: {failure}", $"Allow this user to write to {folder.Path}, or name another destination.")
            : new("Destination", HealthStatus.Ok, $"{found} can be written", null);
    }
}

/// <summary>How much room the destination has.</summary>
internal static class DiskSpaceCheck
{
    private const long Little = 256 * SizeText.MegaByte;

    public static HealthRow Row(IProbeFolder? folder) => folder?.FreeBytes() switch
    {
        null when folder is null => SkippedFolderCheck.Row("Disk space"),
        null => new("Disk space", HealthStatus.Ok, "not known", null),
        < Little and var free => new(
            "Disk space", HealthStatus.Warning, $"{SizeText.Text(free)} free", "Free some space, or name a destination on another disk."),
        { } free => new("Disk space", HealthStatus.Ok, $"{SizeText.Text(free)} free", null),
    };
}

/// <summary>Whether the file system keeps a file that is being written from other runs. Some, on the network mostly, do not.</summary>
internal static class LockCheck
{
    public static HealthRow Row(IProbeFolder? folder) => folder switch
    {
        null or { WriteFailure: not null } => SkippedFolderCheck.Row("File locks"),
        _ when folder.HonoursLocks() => new("File locks", HealthStatus.Ok, $"honoured in {folder.Path}", null),
        _ => new(
            "File locks",
            HealthStatus.Warning,
            $"ignored in {folder.Path}",
            "A run may take a file that another run is writing for a leftover and delete it: let only one run at a time write there, or use a local disk. "
                + "DOTNET_SYSTEM_IO_DISABLEFILELOCKING, if set, turns locks off everywhere."),
    };
}

/// <summary>The row of a check for which there is no folder to write to.</summary>
internal static class SkippedFolderCheck
{
    public static HealthRow Row(string check)
        => new(check, HealthStatus.Warning, "not tried: the folder cannot be written", "Mend what the row about the folder says, then check again.");
}
