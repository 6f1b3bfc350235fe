using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace FastMd.PowerShell.Loading;

/// <summary>
/// Where the engine and its dependencies live: beside, not among, what other modules bring. Each comes precompiled for this platform
/// if the module has it so, else as IL; what the module does not bring, or the runtime has as new, comes from the runtime.
/// </summary>
/// <param name="folder">The module's Dependencies folder.</param>
internal sealed class EngineLoadContext(string folder) : AssemblyLoadContext("FastMd")
{
    private readonly string _platformFolder = Path.Combine(folder, Platform);

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = assemblyName.Name + ".dll";
        foreach (var candidate in (string[])[Path.Combine(_platformFolder, file), Path.Combine(folder, file)])
        {
            if (File.Exists(candidate))
            {
                return RuntimeHas(assemblyName) ? null : LoadFromAssemblyPath(candidate);
            }
        }

        return null;
    }

    // Whoever listens to a process from outside listens to the runtime's own System.Diagnostics.DiagnosticSource: a second copy would not be heard.
    private static bool RuntimeHas(AssemblyName wanted)
        => wanted.Name!.StartsWith("System.", StringComparison.Ordinal)
            && Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), wanted.Name + ".dll") is var path
            && File.Exists(path)
            && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;
}
