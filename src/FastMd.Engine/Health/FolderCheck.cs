namespace FastMd.Engine.Health;

/// <summary>Whether folders can be written to: really, by writing, renaming and deleting a file.</summary>
internal static class FolderCheck
{
    public static HealthRow TemporaryRow(ITrialFolder folder) => folder.WriteFailure is { } failure
        ? new(
            "Temporary folder",
            HealthStatus.Warning,
            $"{folder.Path} cannot be written: {failure}",
            $"Set {(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR")} to a folder you may write to. Outputs do not pass through it, but the runtime and PowerShell use it.")
        : new("Temporary folder", HealthStatus.Ok, $"{folder.Path} can be written", null);

    public static HealthRow DestinationRow(Place place, ITrialFolder? folder)
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
