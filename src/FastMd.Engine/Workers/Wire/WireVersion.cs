using System.Reflection;

namespace FastMd.Engine.Workers.Wire;

/// <summary>What a parent and its workers have to have in common.</summary>
internal static class WireVersion
{
    /// <summary>Version of the frames: raised with every change of them.</summary>
    public const int Number = 2;

    /// <summary>Version of the engine: what documents become differs from one to the next.</summary>
    public static string Engine { get; } =
        typeof(WireVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
