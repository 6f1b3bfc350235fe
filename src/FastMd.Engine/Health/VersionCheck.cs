using System.Reflection;

namespace FastMd.Engine.Health;

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
