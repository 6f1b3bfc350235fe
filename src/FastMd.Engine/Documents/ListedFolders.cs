using System.Collections.Concurrent;

namespace FastMd.Engine.Documents;

/// <summary>The folders that were listed when a tree was searched: what they lack need not be asked for. Asked by many threads at once.</summary>
internal sealed class ListedFolders
{
    private readonly ConcurrentDictionary<string, ListedFolder> _folders = new(StringComparer.Ordinal);
    private ListedFolder? _latest;

    /// <summary>Takes down the folder that a document was found in. Not for two threads.</summary>
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

    /// <summary>Whether there is nothing at a path, without a doubt.</summary>
    /// <param name="path">Absolute path.</param>
    public bool Lack(string path)
        => !_folders.IsEmpty && Path.GetDirectoryName(path) is { } folder && Find(folder) is { } listed && listed.Lacks(Path.GetFileName(path));
}
