namespace FastMd.Engine.Health;

/// <summary>Whether the file system keeps a file that is being written from other runs. Some, on the network mostly, do not.</summary>
internal static class LockCheck
{
    public static HealthRow Row(ITrialFolder? folder) => folder switch
    {
        null or { WriteFailure: not null } => FolderNotTried.Row("File locks"),
        _ when folder.HonoursLocks() => new("File locks", HealthStatus.Ok, $"honoured in {folder.Path}", null),
        _ => new(
            "File locks",
            HealthStatus.Warning,
            $"ignored in {folder.Path}",
            "A run may take a file that another run is writing for a leftover and delete it: let only one run at a time write there, or use a local disk. "
                + "DOTNET_SYSTEM_IO_DISABLEFILELOCKING, if set, turns locks off everywhere."),
    };
}
