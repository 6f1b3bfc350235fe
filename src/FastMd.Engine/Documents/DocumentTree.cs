using System.IO.Enumeration;

namespace FastMd.Engine.Documents;

/// <summary>
/// Finds the documents of a folder: in each folder its files by name, then its subfolders by name. Links to folders are followed,
/// no folder is visited twice.
/// </summary>
public sealed class DocumentTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    private readonly string _root;
    private readonly string _realRoot;
    private readonly DocumentFilter _filter;
    private readonly string? _leftOut;
    private readonly Action<string, Exception> _onUnreadable;
    private readonly HashSet<string> _visited = new(PathRules.Comparer);

    /// <summary>A tree to search.</summary>
    /// <param name="root">Absolute path of the folder; the documents' base path.</param>
    /// <param name="filter">Which files are documents.</param>
    /// <param name="leftOut">Absolute path of a folder that is not entered: the destination.</param>
    /// <param name="onUnreadable">Told of each folder that cannot be read.</param>
    public DocumentTree(string root, DocumentFilter filter, string? leftOut, Action<string, Exception> onUnreadable)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = Path.TrimEndingDirectorySeparator(root);
        _filter = filter;
        _realRoot = RealPath.Of(_root);

        // A tree converted in place is its own destination, and is searched all the same.
        _leftOut = leftOut is not null && RealPath.Of(leftOut) is var real && !PathRules.Comparer.Equals(real, _realRoot) ? real : null;
        _onUnreadable = onUnreadable;
    }

    /// <summary>The documents, one after the other as they are found.</summary>
    /// <param name="recurse">Whether subfolders are searched.</param>
    /// <param name="basePath">Base path of the documents; the tree's root where it is null.</param>
    public IEnumerable<DocumentSource> Documents(bool recurse = true, string? basePath = null)
        => Folder(_root, "", _realRoot, recurse, basePath ?? _root);

    private IEnumerable<DocumentSource> Folder(string folder, string relative, string real, bool recurse, string basePath)
    {
        if (!_visited.Add(real) || PathRules.Comparer.Equals(real, _leftOut))
        {
            yield break;
        }

        var entries = Entries(folder);
        var listed = new Lazy<ListedFolder>(() => new(entries.Select(entry => entry.Name)));
        foreach (var entry in entries)
        {
            if (!entry.IsFolder && _filter.Takes(Path.Combine(relative, entry.Name)))
            {
                yield return Found(Path.Combine(folder, entry.Name), entry, basePath, listed);
            }
        }

        if (!recurse)
        {
            yield break;
        }

        foreach (var entry in entries)
        {
            var relativePath = Path.Combine(relative, entry.Name);
            if (!entry.IsFolder || !_filter.Enters(relativePath, entry.IsHidden))
            {
                continue;
            }

            var path = Path.Combine(folder, entry.Name);
            var realPath = entry.IsLink ? RealPath.Of(path) : Path.Combine(real, entry.Name);
            foreach (var document in Folder(path, relativePath, realPath, recurse, basePath))
            {
                yield return document;
            }
        }
    }

    private static DocumentSource Found(string path, Entry entry, string basePath, Lazy<ListedFolder> folder)
        => entry.Length is { } length ? DocumentSource.FromFile(path, length, basePath)
            : FileStamp.Of(path) is { } stamp ? DocumentSource.FromFile(path, stamp, basePath, folder.Value)
            : DocumentSource.FromFile(path, 0, basePath);

    private List<Entry> Entries(string folder)
    {
        try
        {
            var entries = new List<Entry>(new FileSystemEnumerable<Entry>(folder, Entry.Read, Everything));
            entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _onUnreadable(folder, unreadable);
            return [];
        }
    }

    // A class: collections of it need not be compiled anew in every process. The length is null where it is still to be asked for.
    private sealed record Entry(string Name, bool IsFolder, bool IsLink, bool IsHidden, long? Length)
    {
        public static Entry Read(ref FileSystemEntry entry)
        {
            var isFolder = entry.IsDirectory;
            if (OperatingSystem.IsLinux() && !isFolder)
            {
                // Listing a folder tells no more here than what is a folder. To ask for the stamps of its documents, once, tells all.
                return new(entry.FileName.ToString(), IsFolder: false, IsLink: false, entry.IsHidden, Length: null);
            }

            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            var length = isFolder ? 0 : isLink ? LengthOfTarget(entry.ToFullPath()) : entry.Length;
            return new(entry.FileName.ToString(), isFolder, isLink, entry.IsHidden, length);
        }

        private static long LengthOfTarget(string link)
            => new FileInfo(RealPath.Of(link)) is { Exists: true } target ? target.Length : 0;
    }
}
