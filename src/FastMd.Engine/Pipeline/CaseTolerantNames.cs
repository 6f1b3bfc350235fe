using System.Collections.Concurrent;
using System.IO.Enumeration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>
/// Finds what a path that leads to nothing was meant to be, where it differs in case only. Trees have thousands of such paths in the same
/// few folders, so each folder is looked at once. Asked by many threads at once.
/// </summary>
/// <param name="root">Absolute path of the folder that all paths lie in.</param>
internal sealed class CaseTolerantNames(string root)
{
    private readonly ConcurrentDictionary<string, string?> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _namesIn = new(StringComparer.Ordinal);

    /// <summary>The path there is; null where there is none.</summary>
    /// <param name="path">The absolute path that leads to nothing.</param>
    public string? Find(string path)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        return EntryLike(path) is { } found && found != path ? found : null;
    }

    private string? EntryLike(string path)
    {
        if (FolderLike(Path.GetDirectoryName(path)!) is not { } folder)
        {
            return null;
        }

        var name = Path.GetFileName(path);
        return !NamesIn(folder).TryGetValue(name, out var known) ? null
            : known == name || PathKinds.At(Path.Combine(folder, name)) == PathKind.Nothing ? Path.Combine(folder, known)
            : Path.Combine(folder, name);
    }

    private string? FolderLike(string folder)
        => folder.Length <= root.Length ? root
            : _folders.TryGetValue(folder, out var known) ? known
            : _folders.GetOrAdd(folder, EntryLike(folder));

    private Dictionary<string, string> NamesIn(string folder)
        => _namesIn.TryGetValue(folder, out var known) ? known : _namesIn.GetOrAdd(folder, Names(folder));

    private static Dictionary<string, string> Names(string folder)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var found = new List<string>(new FileSystemEnumerable<string>(
                folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }));
            found.Sort(StringComparer.Ordinal);
            foreach (var name in found)
            {
                names.TryAdd(name, name);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A link is as dead without advice.
        }

        return names;
    }
}
