using System.Globalization;

namespace FastMd.Engine.Health;

/// <summary>Which runtime this is, and whether it still gets security fixes.</summary>
internal static class RuntimeCheck
{
    // Later ones are younger than this list.
    private static readonly Dictionary<int, DateOnly> EndOfSupport = new()
    {
        [8] = new(2026, 11, 10),
        [9] = new(2026, 11, 10),
        [10] = new(2028, 11, 14),
    };

    public static HealthRow Row(Version version, string system, DateTimeOffset now)
    {
        var found = $".NET {version} on {system}";
        return EndOfSupport.TryGetValue(version.Major, out var end) && DateOnly.FromDateTime(now.UtcDateTime) > end
            ? new("Runtime", HealthStatus.Warning, found, string.Create(
                CultureInfo.InvariantCulture,
                $".NET {version.Major} has had no security fixes since {end:yyyy-MM-dd}: install a newer .NET; PowerShell and executables compiled ahead bring their own, so replace those."))
            : new("Runtime", HealthStatus.Ok, found, null);
    }
}
