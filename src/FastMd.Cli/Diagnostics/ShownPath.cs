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
        => HiddenLength(path, workingDirectory) is > 0 and var hidden ? path[hidden..] : null;

    /// <summary>As <see cref="Of"/>, without a copy: a tree can have thousands of diagnostics.</summary>
    public static ReadOnlySpan<char> Span(string path, string workingDirectory) => path.AsSpan(HiddenLength(path, workingDirectory));

    private static int HiddenLength(string path, string workingDirectory)
    {
        var length = workingDirectory.Length + (Path.EndsInDirectorySeparator(workingDirectory) ? 0 : 1);
        return path.Length > length
            && path.StartsWith(workingDirectory, StringComparison.Ordinal)
            && path[length - 1] == Path.DirectorySeparatorChar
            ? length
            : 0;
    }
}
