namespace FastMd.Engine.Health;

/// <summary>Whether the runtime studies the code it runs, which a batch is over too soon to profit from.</summary>
internal static class TieringCheck
{
    public static HealthRow Row(bool compilesAtRunTime, bool isProfileGuided) => (compilesAtRunTime, isProfileGuided) switch
    {
        (false, _) => new("Tiered PGO", HealthStatus.Ok, "none: the program was compiled ahead", null),
        (_, false) => new("Tiered PGO", HealthStatus.Ok, "off", null),
        _ => new(
            "Tiered PGO",
            HealthStatus.Ok,
            "on",
            "Nothing is wrong; but for several batches in one session it pays to set DOTNET_TieredPGO=0 before PowerShell starts."),
    };
}
