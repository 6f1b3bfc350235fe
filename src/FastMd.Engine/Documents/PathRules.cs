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

    /// <summary>Whether a relative path stands for just what it says: joined to a folder's path it needs no normalising. False where one would have to look closer.</summary>
    public static bool IsPlain(ReadOnlySpan<char> relative)
        => Path.DirectorySeparatorChar == '/'
            && relative is not ([] or ['/' or '.', ..] or [.., '/'])
            && !relative.Contains("//", StringComparison.Ordinal)
            && !relative.Contains("/.", StringComparison.Ordinal);

    /// <summary>The path that leads from a folder to a path: as <see cref="Path.GetRelativePath"/>, which takes both apart even where one begins with the other.</summary>
    public static string Relative(string folder, string path)
        => path.Length > folder.Length + 1
            && path[folder.Length] == Path.DirectorySeparatorChar
            && path.StartsWith(folder, StringComparison.Ordinal)
            && IsPlain(path.AsSpan(folder.Length + 1))
            ? path[(folder.Length + 1)..]
            : Path.GetRelativePath(folder, path);

    private static bool IsSeparator(char character)
        => character == Path.DirectorySeparatorChar || character == Path.AltDirectorySeparatorChar;
}

/// <summary>An absolute path as a folder and a name in it: many share their folder, and few are wanted as a whole.</summary>
/// <param name="Folder">Absolute path of the folder; the whole path where the name is empty.</param>
/// <param name="Name">The name; a separator at its end means that only a folder will do.</param>
internal readonly record struct Place(string Folder, string Name = "")
{
    /// <summary>The path as a whole.</summary>
    public string Path => Name.Length == 0 ? Folder : System.IO.Path.Join(Folder, Name);
}
