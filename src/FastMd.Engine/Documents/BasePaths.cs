namespace FastMd.Engine.Documents;

/// <summary>
/// The folders that outputs are relative to: one for all where it is given, else by how each document was named. What is named within the
/// working directory keeps its place there; what is named from afar brings along only the folders that tell it apart.
/// docs/decisions/0016-output-places.md says why.
/// </summary>
/// <param name="given">Absolute path of the one for all; null where what is named decides.</param>
/// <param name="workingDirectory">Absolute path that relative paths are resolved against.</param>
internal sealed class BasePaths(string? given, string workingDirectory)
{
    private string? _common;

    /// <summary>
    /// Registers the files named together: those outside the working directory are relative to their nearest common folder. Call it once, before <see
    /// cref="OfFile"/>.
    /// </summary>
    /// <param name="files">Absolute paths, each with whether it is written as a relative one.</param>
    public void AddNamedFiles(IEnumerable<(string Path, bool IsRelative)> files)
        => _common = CommonFolder.Of(files.Where(file => !IsNear(file.Path, file.IsRelative)).Select(file => file.Path));

    /// <summary>The base path of a file that is named.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="isRelative">Whether it is written as a relative one.</param>
    public string OfFile(string path, bool isRelative)
        => given ?? (IsNear(path, isRelative) ? workingDirectory : _common ?? Path.GetDirectoryName(path)!);

    /// <summary>The base path of a file that comes by itself: what comes later cannot move it.</summary>
    /// <param name="path">Its absolute path.</param>
    public string OfSingle(string path) => OfPattern(Path.GetDirectoryName(path)!, isRelative: true);

    /// <summary>The base path of the files that a pattern stands for.</summary>
    /// <param name="folder">Absolute path of the folder that its first wildcard is looked for in.</param>
    /// <param name="isRelative">Whether it is written as a relative path.</param>
    public string OfPattern(string folder, bool isRelative) => given ?? (IsNear(folder, isRelative) ? workingDirectory : folder);

    /// <summary>The base path of the documents in a folder that is named.</summary>
    /// <param name="folder">Its absolute path.</param>
    public string OfTree(string folder) => given ?? folder;

    private bool IsNear(string path, bool isRelative) => isRelative && PathRules.IsWithin(path, workingDirectory);
}
