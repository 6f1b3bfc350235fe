namespace FastMd.Cli.Running;

/// <summary>A path on the command line, and what it stands for: what there is of that name comes before what it would match.</summary>
/// <param name="Written">The path as typed.</param>
/// <param name="Full">Its absolute path; of a pattern just its text.</param>
/// <param name="Kind">What it stands for.</param>
internal sealed record NamedPath(string Written, string Full, NamedPathKind Kind)
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Whether it is written as a relative path.</summary>
    public bool IsRelative => !Path.IsPathRooted(Written);

    /// <summary>Whether it could be a pattern.</summary>
    public bool HasWildcard => Written.AsSpan().ContainsAny(Wildcards);

    /// <summary>What a path stands for.</summary>
    /// <param name="path">The path as typed.</param>
    /// <param name="workingDirectory">Absolute path that it belongs to.</param>
    /// <exception cref="UsageException">It stands for nothing.</exception>
    public static NamedPath Of(string path, string workingDirectory)
    {
        if (path.Length == 0)
        {
            throw new UsageException("A path is empty; write . for the working directory.");
        }

        var full = Path.GetFullPath(path, workingDirectory);
        return File.Exists(full) ? new(path, full, NamedPathKind.File)
            : Directory.Exists(full) ? new(path, Path.TrimEndingDirectorySeparator(full), NamedPathKind.Folder)
            : path.AsSpan().ContainsAny(Wildcards) ? new(path, full, NamedPathKind.Pattern)
            : throw new UsageException($"'{path}' does not exist.");
    }

    /// <summary>A pattern, taken apart: the absolute path of the folder that its first wildcard is looked for in, and what is looked for there.</summary>
    /// <param name="workingDirectory">Absolute path that it belongs to.</param>
    public (string Folder, string Pattern) AtFirstWildcard(string workingDirectory)
    {
        var pattern = Written.Replace('\\', '/');
        var slash = pattern.LastIndexOf('/', pattern.IndexOfAny(Wildcards));
        return slash < 0
            ? (workingDirectory, pattern)
            : (Path.TrimEndingDirectorySeparator(Path.GetFullPath(pattern[..(slash + 1)], workingDirectory)), pattern[(slash + 1)..]);
    }
}
