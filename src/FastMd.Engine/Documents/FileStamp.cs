using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Documents;

/// <summary>
/// Metadata that tells, without reading a file, whether it changed. Equal stamps mean equal content, except for a file changed twice within one tick
/// of the clock of its file system.
/// </summary>
/// <param name="Length">Size in bytes.</param>
/// <param name="Modified">When its content was last changed, in ticks of UTC.</param>
/// <param name="Changed">
/// When anything about it was last changed, its name included, in ticks of UTC; when it came into being on systems that do not tell.
/// </param>
/// <param name="File">
/// The number by which the file system knows the file, so that a link that leads to another one now is seen; 0 on systems that do not tell.
/// </param>
internal sealed record FileStamp(long Length, long Modified, long Changed, ulong File = 0)
{
    /// <summary>The stamp of a file, or of what a link leads to; null where there is no such file, or one that is no ordinary file.</summary>
    /// <param name="path">Absolute path.</param>
    public static FileStamp? Of(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(path, out var stamp))
        {
            return stamp;
        }

        // FileInfo tells of a link itself.
        var file = new FileInfo(path);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            file = target;
        }

        return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks) : null;
    }

    /// <summary>The stamp of an open file.</summary>
    public static FileStamp Of(SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OperatingSystem.IsLinux() && LinuxFileStatus.TryRead(file, out var stamp)
            ? stamp
            : new(RandomAccess.GetLength(file), System.IO.File.GetLastWriteTimeUtc(file).Ticks, System.IO.File.GetCreationTimeUtc(file).Ticks);
    }
}
