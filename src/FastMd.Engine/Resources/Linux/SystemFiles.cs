namespace FastMd.Engine.Resources.Linux;

/// <summary>The files in which the kernel tells about itself. What cannot be read is null.</summary>
/// <param name="root">Folder that stands for the root of the file system.</param>
internal sealed class SystemFiles(string root)
{
    /// <summary>What the kernel's "kB" means.</summary>
    public const long KiloByte = 1024;

    /// <summary>The whole text of a file.</summary>
    /// <param name="path">Path from the root, which it begins with.</param>
    public string? Text(string path)
    {
        var file = Path.Join(root, path);
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The number that is all of a file; null where the file holds something else, such as "max".</summary>
    public long? Number(string path) => Fields.Number(Text(path));
}
