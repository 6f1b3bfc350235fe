namespace FastMd.Engine.Documents;

/// <summary>Queries the file system, with a single call where that suffices, because trees have many links.</summary>
internal static class PathKinds
{
    /// <summary>What exists at a path, or where a link there leads.</summary>
    /// <param name="path">Absolute path; a separator at its end means that only a folder will do.</param>
    public static PathKind At(string path)
        => OperatingSystem.IsLinux() && LinuxFileStatus.TryReadKind(path, out var kind) ? kind
            : File.Exists(path) ? PathKind.File
            : Directory.Exists(path) ? PathKind.Folder
            : PathKind.Nothing;

    /// <summary>Whether there is a pipe, a socket or a device at a path, or where a link there leads. Only Linux tells without opening it.</summary>
    /// <param name="path">Absolute path.</param>
    public static bool IsSpecial(string path) => LinuxFileStatus.KindOf(path, follow: true) == EntryKind.Special;

    /// <summary>Whether there surely is no file at a path; false where nobody is let look.</summary>
    /// <param name="path">Absolute path.</param>
    public static bool IsGone(string path)
    {
        // A circle of links looks like a missing file, but is not certain to be one.
        if (OperatingSystem.IsLinux() && LinuxFileStatus.TryReadKind(path, out var kind) && kind != PathKind.Nothing)
        {
            return kind != PathKind.File;
        }

        if (File.Exists(path))
        {
            return false;
        }

        try
        {
            // There is something, and it is no file.
            _ = File.GetAttributes(path);
            return true;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return unknown is FileNotFoundException or DirectoryNotFoundException;
        }
    }
}

/// <summary>What exists at a path.</summary>
internal enum PathKind
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

/// <summary>What an entry of a folder is, as far as it matters to who would read it.</summary>
internal enum EntryKind
{
    /// <summary>Nothing, or nothing that can be looked at.</summary>
    Nothing,

    /// <summary>An ordinary file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A pipe, a socket or a device: to read it may take forever.</summary>
    Special,
}
