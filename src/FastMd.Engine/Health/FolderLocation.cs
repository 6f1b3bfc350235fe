namespace FastMd.Engine.Health;

/// <summary>Where a folder is, or would be made.</summary>
/// <param name="Path">Absolute path of the folder.</param>
/// <param name="Folder">The folder itself, or the nearest one above it that exists; null where it cannot be made.</param>
/// <param name="Obstacle">What is in its way, where it cannot be made.</param>
internal sealed record FolderLocation(string Path, string? Folder, string? Obstacle)
{
    public bool Exists => Folder == Path;

    public static FolderLocation Of(string path)
    {
        for (var current = path; current is not null; current = System.IO.Path.GetDirectoryName(current))
        {
            if (Directory.Exists(current))
            {
                return new(path, current, null);
            }

            if (File.Exists(current) || new FileInfo(current).LinkTarget is not null)
            {
                return new(path, null, $"'{current}' is not a folder");
            }
        }

        return new(path, null, $"there is no '{System.IO.Path.GetPathRoot(path)}'");
    }
}
