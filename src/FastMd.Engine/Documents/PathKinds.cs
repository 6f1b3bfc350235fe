namespace FastMd.Engine.Documents;

/// <summary>Asks the file system what there is. Trees have many links, so where one question does, it is one.</summary>
internal static class PathKinds
{
    /// <summary>What there is at a path, or where a link there leads.</summary>
    /// <param name="path">Absolute path; a separator at its end means that only a folder will do.</param>
    public static PathKind At(string path)
        => OperatingSystem.IsLinux() && LinuxFileStatus.TryReadKind(path, out var kind) ? kind
            : File.Exists(path) ? PathKind.File
            : Directory.Exists(path) ? PathKind.Folder
            : PathKind.Nothing;
}
