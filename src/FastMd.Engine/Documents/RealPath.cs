namespace FastMd.Engine.Documents;

/// <summary>Where a path leads once every link in it is followed.</summary>
internal static class RealPath
{
    // As many links as kernels follow before they call it a loop.
    private const int MaximumLinks = 40;

    /// <summary>The absolute path without links; the path itself where a link leads nowhere or in a circle.</summary>
    /// <param name="path">Absolute path.</param>
    public static string Of(string path)
    {
        var links = 0;
        return Resolve(Path.TrimEndingDirectorySeparator(path), ref links) ?? path;
    }

    private static string? Resolve(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        if (Resolve(parent, ref links) is not { } realParent)
        {
            return null;
        }

        var here = Path.Combine(realParent, Path.GetFileName(path));
        if (new FileInfo(here).LinkTarget is not { } target)
        {
            return here;
        }

        return ++links > MaximumLinks ? null : Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, realParent)), ref links);
    }
}
