namespace FastMd.Engine.Health;

/// <summary>The row of a check for which there is no folder to write to.</summary>
internal static class FolderNotTried
{
    public static HealthRow Row(string check)
        => new(check, HealthStatus.Warning, "not tried: the folder cannot be written", "Mend what the row about the folder says, then check again.");
}
