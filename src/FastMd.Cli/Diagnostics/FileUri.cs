namespace FastMd.Cli.Diagnostics;

/// <summary>Paths as URIs. Whatever a file is called, its name is percent-encoded.</summary>
internal static class FileUri
{
    /// <summary>A relative path as a relative reference.</summary>
    public static string Relative(string path) => string.Join('/', Segments(path).Select(Uri.EscapeDataString));

    /// <summary>An absolute path as a <c>file:</c> URI.</summary>
    public static string Absolute(string path)
    {
        var segments = Segments(path);
        return segments switch
        {
            // \\server\share\a
            ["", "", { Length: > 0 }, ..] => "file:" + Relative(path),

            // /a
            ["", ..] => "file://" + Relative(path),

            // C:\a
            [var drive, .. var rest] => $"file:///{drive}/{string.Join('/', rest.Select(Uri.EscapeDataString))}",
            [] => "file:///",
        };
    }

    /// <summary>A folder as a <c>file:</c> URI; it ends in a slash.</summary>
    public static string Folder(string path) => Absolute(Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar);

    private static string[] Segments(string path) => path.Split(Path.DirectorySeparatorChar);
}
