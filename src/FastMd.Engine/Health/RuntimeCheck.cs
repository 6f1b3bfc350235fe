using System.Globalization;
using System.Reflection;

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

/// <summary>Which garbage collector runs, and how far it lets the heap grow.</summary>
internal static class CollectorCheck
{
    private const long Little = 256 * SizeText.MegaByte;

    public static HealthRow Row(bool isServer, bool isConcurrent, long? heapLimit)
    {
        var found = $"{(isServer ? "server" : "workstation")}, {(isConcurrent ? "concurrent" : "not concurrent")}, "
            + (heapLimit is { } limit ? $"heap limited to {SizeText.Text(limit)}" : "no heap limit");
        return heapLimit < Little
            ? new("Garbage collector", HealthStatus.Warning, found, "Large documents will not fit: raise or unset DOTNET_GCHeapHardLimit, or give the container more memory.")
            : new("Garbage collector", HealthStatus.Ok, found, null);
    }
}

/// <summary>Whether profile-guided tiering is on; a batch ends too soon to benefit from it.</summary>
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

/// <summary>Which versions of what does the work are loaded.</summary>
internal static class VersionCheck
{
    public static HealthRow Row() => new(
        "Versions",
        HealthStatus.Ok,
        $"FastMd {VersionOf(typeof(HealthCheck))}, Markdig {VersionOf(typeof(Markdig.Markdown))}, YamlDotNet {VersionOf(typeof(YamlDotNet.Core.Parser))}",
        null);

    /// <summary>The version as its makers call it, without the commit that some add.</summary>
    private static string VersionOf(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? type.Assembly.GetName().Version!.ToString();
    }
}
