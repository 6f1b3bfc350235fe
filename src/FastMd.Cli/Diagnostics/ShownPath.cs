namespace FastMd.Cli.Diagnostics;

/// <summary>Paths as they are shown: below the working directory relative to it.</summary>
internal static class ShownPath
{
    /// <summary>Whether it is a file's path, and not just the name of a source.</summary>
    public static bool IsFile(string path) => Path.IsPathFullyQualified(path);

    /// <summary>In the system's own way.</summary>
    public static string Of(string path, string workingDirectory) => Below(path, workingDirectory) ?? path;

    /// <summary>The path below the working directory; null where it is not below.</summary>
    public static string? Below(string path, string workingDirectory)
    {
        var prefix = Path.EndsInDirectorySeparator(workingDirectory) ? workingDirectory : workingDirectory + Path.DirectorySeparatorChar;
        return path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
    }
}
