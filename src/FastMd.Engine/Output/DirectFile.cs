using FastMd.Engine.Documents;

namespace FastMd.Engine.Output;

/// <summary>Files that one writes to, and does not replace: pipes, devices, and what the system shows as files, such as <c>/dev/stdout</c>.</summary>
internal static class DirectFile
{
    /// <summary>Opens one; null where there is none at a path, but an ordinary file or nothing.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static FileStream? Open(string path)
        => PathKinds.IsSpecial(path) || (File.Exists(path) && (SystemFolders.Hold(path) || SystemFolders.Hold(RealPath.Of(path))))
            ? new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
            : null;
}
