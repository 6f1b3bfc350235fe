using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>What the runtime of this process tells of itself.</summary>
internal static class RuntimeFacts
{
    private const string ProfileGuidedSwitch = "System.Runtime.TieredPGO";
    private const string ProfileGuidedVariable = "DOTNET_TieredPGO";

    public static Version Version => Environment.Version;

    public static string System => $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}";

    public static bool IsServerCollector => GCSettings.IsServerGC;

    public static bool IsConcurrentCollector => Setting("ConcurrentGC") is true;

    public static bool CompilesAtRunTime => RuntimeFeature.IsDynamicCodeCompiled;

    /// <summary>Bytes the managed heap may grow to; null where only memory bounds it.</summary>
    public static long? HeapLimit(MachineLimits limits)
    {
        var bytes = Setting("GCHeapHardLimit") is long and > 0 and var set ? set : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return bytes > 0 && bytes < limits.MemoryBytes ? bytes : null;
    }

    /// <summary>Whether code is compiled again by what is learnt while it runs: as the environment says, else as the process was built.</summary>
    public static bool IsProfileGuided(Func<string, string?> variable) => variable(ProfileGuidedVariable) switch
    {
        { Length: > 0 } text => text.Trim() != "0",
        _ => !AppContext.TryGetSwitch(ProfileGuidedSwitch, out var isOn) || isOn,
    };

    private static object? Setting(string name) => GC.GetConfigurationVariables().GetValueOrDefault(name);
}
