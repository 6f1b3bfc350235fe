namespace FastMd.Engine.Documents;

/// <summary>The user's folder for caches.</summary>
internal static class CacheFolder
{
    /// <summary>Its absolute path, by the convention of the system.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static string Path(Func<string, string?> variable)
        => OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : variable("XDG_CACHE_HOME") is { Length: > 0 } caches && System.IO.Path.IsPathRooted(caches) ? caches
            : OperatingSystem.IsMacOS() ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches")
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
