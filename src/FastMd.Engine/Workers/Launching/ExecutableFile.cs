using FastMd.Engine.Documents;

namespace FastMd.Engine.Workers.Launching;

/// <summary>An executable that came without its executable bit, as in a package of the PowerShell Gallery.</summary>
internal static class ExecutableFile
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The file, or a copy of it, that can be executed; null where there can be none.</summary>
    /// <param name="path">Absolute path of the executable.</param>
    /// <param name="caches">Absolute path of the folder that a copy may be put in, which is this user's.</param>
    public static string? Usable(string path, string caches)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0)
        {
            return path;
        }

        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Execute);
            return path;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Copy(path, caches);
        }
    }

    private static string? Copy(string path, string caches)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            // By its content: a copy of another version is another file.
            var copy = Path.Combine(caches, "fastmd", "bin", ContentHash.OfFile(path).Hex, Path.GetFileName(path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!, OwnerOnly);
            if (!File.Exists(copy))
            {
                var part = $"{copy}.{Path.GetRandomFileName()}";
                File.Copy(path, part);
                File.SetUnixFileMode(part, OwnerOnly);
                File.Move(part, copy, overwrite: true);
            }

            return copy;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
