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
        return Follow("", path, ref links) ?? path;
    }

    /// <summary>Goes segment by segment, as kernels do: "up" means up from where the links before it led.</summary>
    private static string? Follow(string from, string path, ref int links)
    {
        var here = Path.IsPathRooted(path) ? Path.GetPathRoot(path)! : from;
        foreach (var segment in path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]))
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment is "..")
            {
                here = Path.GetDirectoryName(here) ?? here;
                continue;
            }

            var next = Path.Combine(here, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                here = next;
            }
            else if (++links <= MaximumLinks && Follow(here, target, ref links) is { } followed)
            {
                here = followed;
            }
            else
            {
                return null;
            }
        }

        return here;
    }
}
