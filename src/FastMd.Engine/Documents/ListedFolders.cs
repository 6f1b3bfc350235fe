using System.Collections.Concurrent;
using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>The folders listed while a tree was searched: names missing there need no file system call. Lookups are thread-safe.</summary>
internal sealed class ListedFolders
{
    private readonly ConcurrentDictionary<string, ListedFolder> _folders = new(StringComparer.Ordinal);
    private ListedFolder? _latest;

    /// <summary>Records the listing of the folder that a document was found in. Not thread-safe.</summary>
    public void Add(DocumentSource source)
    {
        // Documents of one folder come one after the other.
        if (source is { Folder: { } listed, Path: { } path } && !ReferenceEquals(listed, _latest))
        {
            _folders[Path.GetDirectoryName(path)!] = listed;
            _latest = listed;
        }
    }

    /// <summary>A folder as it was listed; null where it was not.</summary>
    /// <param name="folder">Absolute path.</param>
    public ListedFolder? Find(string folder) => _folders.GetValueOrDefault(folder);

    /// <summary>Whether there is nothing at a path, for certain.</summary>
    /// <param name="path">Absolute path.</param>
    public bool IsMissing(string path)
        => !_folders.IsEmpty && Path.GetDirectoryName(path) is { } folder && Find(folder) is { } listed && listed.IsMissing(Path.GetFileName(path));
}

/// <summary>
/// The names in a folder, as they were when a tree was searched. Links to what is missing are many in a tree that is part of a larger one;
/// most of those need no question to the file system.
/// </summary>
/// <param name="names">All names in it, sorted.</param>
internal sealed class ListedFolder(IEnumerable<string> names)
{
    // The listing is conclusive only if it has no such name in any case; on a case-insensitive file system those are one file.
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is nothing of that name, for certain.</summary>
    /// <param name="name">
    /// The name. Such that some file systems write in more than one way are doubtful, and so are those that end with a separator.
    /// </param>
    public bool IsMissing(string name)
        => !_names.Contains(name) && name.Length > 0 && Ascii.IsValid(name) && !name.Contains('~') && !Path.EndsInDirectorySeparator(name);

    /// <summary>The first name of a kind; null where there is none.</summary>
    public string? Find(Func<string, bool> isOfKind) => _names.Order(StringComparer.Ordinal).FirstOrDefault(isOfKind);

    /// <summary>The first name there is that differs in nothing but case; null where there is none.</summary>
    public string? FindIgnoringCase(string name) => _names.TryGetValue(name, out var like) ? like : null;
}
