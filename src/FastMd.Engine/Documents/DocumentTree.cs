using System.IO.Enumeration;

namespace FastMd.Engine.Documents;

/// <summary>
/// Finds the documents of a folder: in each folder its files by name, then its subfolders by name. Links are followed as a rule says, no
/// folder is visited twice.
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
    private readonly FollowLinks _followLinks;
    private readonly Action<string, Diagnostic>? _onLeftOut;
    private readonly HashSet<string> _visited = new(PathRules.Comparer);

    /// <summary>A tree to search.</summary>
    /// <param name="root">Absolute path of the folder; the documents' base path.</param>
    /// <param name="filter">Which files are documents.</param>
    /// <param name="leftOut">Absolute path of a folder that is not entered: the destination.</param>
    /// <param name="onUnreadable">Notified of each folder that cannot be read.</param>
    /// <param name="followLinks">Which links are followed.</param>
    /// <param name="onLeftOut">Notified of each document or folder that is left out for what it is, or for where it leads, with what to say of it.</param>
    public DocumentTree(
        string root, DocumentFilter filter, string? leftOut, Action<string, Exception> onUnreadable,
        FollowLinks followLinks = FollowLinks.Inside, Action<string, Diagnostic>? onLeftOut = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = Path.TrimEndingDirectorySeparator(root);
        _filter = filter;
        _realRoot = RealPath.Of(_root);

        // A tree converted in place is its own destination, and is searched all the same.
        _leftOut = leftOut is not null && RealPath.Of(leftOut) is var real && !PathRules.Comparer.Equals(real, _realRoot) ? real : null;
        _onUnreadable = onUnreadable;
        _followLinks = followLinks;
        _onLeftOut = onLeftOut;
    }

    /// <summary>The documents, one after the other as they are found.</summary>
    /// <param name="recurse">Whether subfolders are searched.</param>
    /// <param name="basePath">Base path of the documents; the tree's root where it is null.</param>
    public IEnumerable<DocumentSource> Documents(bool recurse = true, string? basePath = null)
        => Folder(_root, "", _realRoot, recurse, basePath ?? _root, new(_followLinks, basePath ?? _root, _root));

    private IEnumerable<DocumentSource> Folder(string folder, string relative, string real, bool recurse, string basePath, LinkRule links)
    {
        if (!_visited.Add(real) || PathRules.Comparer.Equals(real, _leftOut))
        {
            yield break;
        }

        if (SystemFolders.Contains(real))
        {
            LeaveOut(folder, LinkRule.NotFollowed(links.Against(real, isLink: false)!));
            yield break;
        }

        var entries = Entries(folder);
        var listed = new Lazy<ListedFolder>(() => new(entries.Select(entry => entry.Name)));
        foreach (var entry in entries)
        {
            if (!entry.IsFolder && _filter.Takes(Path.Combine(relative, entry.Name))
                && Found(Path.Combine(folder, entry.Name), Path.Combine(real, entry.Name), entry, basePath, links, listed) is { } document)
            {
                yield return document;
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
            var place = Path.Combine(real, entry.Name);
            var realPath = entry.IsLink ? RealPath.Of(place) : place;
            if (IsRefused(path, place, realPath, links))
            {
                continue;
            }

            foreach (var document in Folder(path, relativePath, realPath, recurse, basePath, links))
            {
                yield return document;
            }
        }
    }

    /// <summary>The document at a path; null where it is left out.</summary>
    /// <param name="path">The path.</param>
    /// <param name="place">The path with no link in it, but for the file itself.</param>
    /// <param name="entry">What the listing says of it.</param>
    /// <param name="basePath">Base path of the documents.</param>
    /// <param name="links">Which links are followed.</param>
    /// <param name="folder">What else is there.</param>
    private DocumentSource? Found(string path, string place, Entry entry, string basePath, LinkRule links, Lazy<ListedFolder> folder)
    {
        if (entry.Length is { } length)
        {
            return entry.IsLink && IsRefused(path, place, RealPath.Of(place), links) ? null : DocumentSource.FromFile(path, length, basePath);
        }

        // An ordinary file takes this one call; only for a link is its target looked up.
        var isAnswered = LinuxFileStatus.TryReadEntry(path, follow: false, out var kind, out var stamp);
        if (isAnswered && kind == EntryKind.Link)
        {
            if (IsRefused(path, place, RealPath.Of(place), links))
            {
                return null;
            }

            isAnswered = LinuxFileStatus.TryReadEntry(path, follow: true, out kind, out stamp);
        }

        if (kind == EntryKind.Special)
        {
            LeaveOut(path, LinkRule.NotOrdinary(DiagnosticSeverity.Warning));
            return null;
        }

        return (isAnswered ? stamp : FileStamp.Of(path)) is { } known
            ? DocumentSource.FromFile(path, known, basePath, folder.Value)
            : DocumentSource.FromFile(path, 0, basePath);
    }

    // What is a link to the system and leads nowhere else, such as a file that a synchroniser has yet to fetch, is a file as any.
    private bool IsRefused(string path, string place, string real, LinkRule links)
    {
        if (links.Against(real, isLink: !PathRules.Comparer.Equals(place, real)) is not { } reason)
        {
            return false;
        }

        LeaveOut(path, LinkRule.NotFollowed(reason));
        return true;
    }

    private void LeaveOut(string path, Diagnostic why) => _onLeftOut?.Invoke(path, why);

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

    // A class, because generic collections of structs have to be compiled by the JIT in every process. The length is null where it is still to be asked for.
    private sealed record Entry(string Name, bool IsFolder, bool IsLink, bool IsHidden, long? Length)
    {
        public static Entry Read(ref FileSystemEntry entry)
        {
            var isFolder = entry.IsDirectory;
            if (OperatingSystem.IsLinux() && !isFolder)
            {
                // On this platform a listing only tells files from folders. One stat call per document returns everything else.
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
