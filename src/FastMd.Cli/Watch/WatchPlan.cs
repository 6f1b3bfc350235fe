using FastMd.Cli.Running;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Watch;

/// <summary>What is watched for a run, and which changes there matter to it.</summary>
internal sealed class WatchPlan
{
    private readonly string _destination;
    private readonly HashSet<string> _written;
    private readonly DocumentFilter _documents;
    private readonly HashSet<string> _named;
    private readonly KnownFiles _known;

    /// <summary>A plan.</summary>
    /// <param name="request">The run. It has a destination.</param>
    /// <param name="workingDirectory">Absolute path that the paths of the request belong to.</param>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public WatchPlan(RunRequest request, string workingDirectory)
    {
        _destination = request.Destination!;
        _known = new(_destination);
        _written = [.. new[] { request.ReportFile, request.Diagnostics.File }.OfType<string>()];
        _documents = JobOptions.DocumentsOf(request.Settings);

        var files = new List<string> { Path.Combine(workingDirectory, SettingsFile.FileName) };
        files.AddRange(new[] { request.SettingsFile, request.Settings.GetPath(SettingsTable.Template) }.OfType<string>());
        var folders = new List<string>();
        foreach (var path in request.Paths)
        {
            var full = Path.GetFullPath(Root(path, workingDirectory), workingDirectory);
            (File.Exists(full) ? files : folders).Add(full);
        }

        Folders = [.. folders.Select(Path.TrimEndingDirectorySeparator).Distinct()];
        _named = [.. files, .. Folders];
        Parents = [.. _named.Select(Path.GetDirectoryName).OfType<string>().Distinct()];
    }

    /// <summary>Absolute paths of folders that are watched with all that is in them.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>
    /// Absolute paths of folders in which named files and folders are watched. Folders too: one that is removed takes its own watch along.
    /// </summary>
    public IReadOnlyList<string> Parents { get; }

    /// <summary>Whether two plans watch the same places.</summary>
    public bool WatchesSame(WatchPlan other) => Folders.SequenceEqual(other.Folders) && Parents.SequenceEqual(other.Parents);

    /// <summary>Whether a path is one that was named, not one found in a folder.</summary>
    public bool Names(string path) => _named.Contains(path);

    /// <summary>Whether it matters that a path changed.</summary>
    public bool Matters(string path)
        => Names(path) || (!_written.Contains(path) && Folders.Any(folder => Matters(path, folder)) && !IsPassing(path));

    /// <summary>A name may be one that editors give, and yet be that of a folder, or of a file that documents refer to.</summary>
    private bool IsPassing(string path) => PassingFiles.Includes(Path.GetFileName(path)) && !IsFolder(path) && !_known.Include(path);

    // Folders that are hidden are not searched.
    private static bool IsFolder(string path) => !Path.GetFileName(path.AsSpan()).StartsWith(".") && Directory.Exists(path);

    private static bool IsWithin(string path, string folder, out string relative)
    {
        relative = Path.GetRelativePath(folder, path);
        return relative != "." && !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
    }

    /// <summary>The path up to its first segment with a wildcard.</summary>
    private static string Root(string path, string workingDirectory)
    {
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        if (wildcard < 0 || Path.Exists(Path.GetFullPath(path, workingDirectory)))
        {
            return path;
        }

        var slash = path.AsSpan(0, wildcard).LastIndexOfAny('/', '\\');
        return slash < 0 ? "." : path[..(slash + 1)];
    }

    private bool Matters(string path, string folder)
    {
        if (!IsWithin(path, folder, out var relative) || _documents.LeavesOut(relative))
        {
            return false;
        }

        // A tree that is converted in place has outputs among its documents.
        return path == _destination || IsWithin(path, _destination, out _)
            ? (folder == _destination || IsWithin(folder, _destination, out _)) && _documents.Takes(relative)
            : true;
    }
}
