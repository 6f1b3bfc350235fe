namespace FastMd.Engine.Documents;

/// <summary>Questions about absolute paths that the platform answers differently.</summary>
internal static class PathRules
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() || OperatingSystem.IsFreeBSD() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>How two paths are compared on this system.</summary>
    public static StringComparer Comparer { get; } = StringComparer.FromComparison(Comparison);

    /// <summary>Whether a path is a folder or lies in it. Both absolute and normalised.</summary>
    public static bool IsWithin(string path, string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(folder, Comparison)
            && (path.Length == folder.Length || IsSeparator(path[folder.Length]) || IsSeparator(folder[^1]));
    }

    private static bool IsSeparator(char character)
        => character == Path.DirectorySeparatorChar || character == Path.AltDirectorySeparatorChar;
}
