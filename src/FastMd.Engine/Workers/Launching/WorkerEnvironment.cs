namespace FastMd.Engine.Workers.Launching;

/// <summary>
/// The environment of a worker process. It inherits what a process needs to run and to see files as its parent does, and nothing else: settings come
/// with each job, the runtime settings of a host are none of a worker's, and what reads hostile documents needs no secrets.
/// </summary>
internal static class WorkerEnvironment
{
    private static readonly HashSet<string> Names = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
    {
        "PATH", "HOME", "USERPROFILE", "TMPDIR", "TMP", "TEMP", "SystemRoot", "SystemDrive", "windir", "LOCALAPPDATA", "APPDATA", "XDG_CACHE_HOME",
        "LANG", "LANGUAGE", "TZ", "TZDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "CLR_ICU_VERSION_OVERRIDE",
    };

    /// <summary>Removes from an inherited environment what is none of a worker's.</summary>
    /// <param name="environment">The environment.</param>
    public static void Choose(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(static name => !IsInherited(name)).ToList())
        {
            environment.Remove(name);
        }
    }

    private static bool IsInherited(string name) => Names.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal);
}
