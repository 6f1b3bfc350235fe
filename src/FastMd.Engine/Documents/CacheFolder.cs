namespace FastMd.Engine.Documents;

/// <summary>The user's folder for caches.</summary>
internal static class CacheFolder
{
    /// <summary>Its absolute path, by the convention of the system.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static string Of(Func<string, string?> variable)
        => OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : variable("XDG_CACHE_HOME") is { Length: > 0 } caches && Path.IsPathRooted(caches) ? caches
            : OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
