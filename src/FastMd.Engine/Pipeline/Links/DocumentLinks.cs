using FastMd.Engine.Documents;
using FastMd.Engine.ExternalLinks;

namespace FastMd.Engine.Pipeline.Links;

/// <summary>
/// The links of one document: where they lead once the tree is converted, and, in source order, what was asked of the file system to
/// know it. Not for two threads.
/// </summary>
internal sealed class DocumentLinks : ILinkTargets
{
    private readonly TreeLinks _tree;
    private readonly string _path;
    private readonly string _folder;
    private readonly string _basePath;
    private readonly bool _leavesSource;
    private readonly Dictionary<string, LinkLookup> _known = new(PathRules.Comparer);
    private readonly List<LinkLookup> _lookups = [];
    private readonly HashSet<string> _onlyLookedAt = new(PathRules.Comparer);
    private readonly List<AnchorReference> _anchorReferences = [];
    private readonly List<ExternalReference> _external = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private LinkFacts? _facts;

    internal DocumentLinks(TreeLinks tree, string path, string basePath)
    {
        _tree = tree;
        _path = path;
        _folder = Path.GetDirectoryName(path)!;
        _basePath = Path.TrimEndingDirectorySeparator(basePath);
        _leavesSource = tree.LeavesSource(tree.IsOneFile ? _folder : _basePath);
    }

    /// <summary>References that were checked.</summary>
    public int Checked { get; private set; }

    /// <summary>The places that were looked up, each once.</summary>
    public IReadOnlyList<LinkLookup> Lookups => _lookups;

    /// <summary>
    /// Absolute paths of files under the base path that are referred to and are no documents, each once. A source that was left out of the
    /// tree is none either.
    /// </summary>
    public IEnumerable<string> Assets
        => _lookups
            .Where(lookup => lookup is { Kind: PathKind.File, IsDocument: false } && !_onlyLookedAt.Contains(lookup.Path) && InTree(lookup.Path) is { } place && !_tree.IsSource(place))
            .Select(lookup => lookup.Path);

    /// <summary>Links to ids in this document and others.</summary>
    public IReadOnlyList<AnchorReference> AnchorReferences => _anchorReferences;

    /// <summary>Links that lead to nothing.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <inheritdoc/>
    public string Resolve(LinkReference link)
    {
        var url = new LocalUrl(link.Url);
        if (url.IsWithinDocument)
        {
            Checked++;
            Refer(_path, url.Fragment, link);
        }
        else if (url.IsRelative)
        {
            Checked++;
            return FollowRoute(url, link) ?? Follow(url, link, Path.GetFullPath(url.FilePath, _folder), url.WrittenPath);
        }
        else if (url.IsRooted)
        {
            return FollowRoute(url, link) ?? FollowFromRoot(url, link);
        }
        else if (_tree.CollectsExternal && ExternalLinkChecker.IsExternal(link.Url) && !_tree.Ignores(link.Url))
        {
            Checked++;
            _external.Add(new(link.Url, link.Line, link.Column));
        }

        return link.Url;
    }

    /// <summary>What checking links between documents needs to know of this one, once all its links are resolved.</summary>
    /// <param name="anchors">The ids in its output.</param>
    public LinkFacts Facts(IReadOnlyList<string> anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return _facts ??= new(Checked, [.. anchors.Select(anchor => ContentHash.Of(anchor))], _anchorReferences) { External = _external };
    }

    /// <summary>What there is to say about the links, among what else there is to say, by line.</summary>
    /// <param name="others">What else there is.</param>
    /// <param name="severity">How bad a dead link is.</param>
    public IReadOnlyList<Diagnostic> Among(IReadOnlyList<Diagnostic> others, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
        => _diagnostics.Count == 0 ? others : [.. others.Concat(Dead(severity)).OrderBy(diagnostic => diagnostic.Line)];

    private IEnumerable<Diagnostic> Dead(DiagnosticSeverity severity)
        => severity == DiagnosticSeverity.Warning ? _diagnostics : _diagnostics.Select(dead => dead with { Severity = severity });

    /// <summary>The address of the output of the document that a route is of; null where the address is none, or of no document.</summary>
    private string? FollowRoute(LocalUrl url, LinkReference link)
    {
        if (!_tree.FollowsRoutes || link.Kind != LinkKind.Link || (url.ExtensionStart > 0 && !url.WrittenPath.EndsWith(".html", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // Where pages are folders, their relative addresses are seen from one folder further in.
        var path = url.FilePath;
        IEnumerable<string> places = url.IsRooted
            ? (_tree.Root is { } root ? [root] : Routes.RootsAbove(_folder, _basePath)).Select(folder => Path.GetFullPath(path.TrimStart('/'), folder))
            : [Path.GetFullPath(path, _folder), Path.GetFullPath(path, Path.ChangeExtension(_path, null))];
        if (Routes.Find(places.Where(IsInListedFolder), place => LookAt(place).IsDocument) is not { } document)
        {
            return null;
        }

        Refer(document, url.Fragment, link);
        return string.Concat(Routes.AddressOf(document, _folder), _tree.Extension, url.Suffix);
    }

    // Most addresses that begin at the root are of other sites' pages: one look at the folder tells.
    private bool IsInListedFolder(string place)
        => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(place)) is { } folder && (folder == _folder || folder == _basePath || LookAt(folder).Kind == PathKind.Folder);

    /// <summary>
    /// Follows an address that begins at the root. It is written as seen from the document, so that it leads there wherever the output lies. One
    /// that leads to nothing may be a route of the site, unless it names a document, or something to be shown where somebody named the root.
    /// </summary>
    private string FollowFromRoot(LocalUrl url, LinkReference link)
    {
        var root = _tree.Root ?? _basePath;
        var target = Path.GetFullPath(url.FilePath.TrimStart('/'), root);
        var isDocumentName = InTree(target) is { } place && _tree.IsSource(place);
        var isJudged = isDocumentName || (_tree.Root is not null && link.Kind == LinkKind.Embedded && Path.HasExtension(target));
        if (!_tree.Rewrites || (!isJudged && !IsFollowed(LookUp(target))))
        {
            return link.Url;
        }

        Checked++;
        return Follow(url, link, target, IsInTree(target) ? FromDocument(url.WrittenPath[1..], root) : url.WrittenPath);
    }

    /// <summary>An address that begins at the root, as seen from the document. A root above the tree begins with the way to the tree, which outputs do not have.</summary>
    private string FromDocument(ReadOnlySpan<char> written, string root)
    {
        var start = PathRules.IsWithin(_basePath, root) ? _basePath : root;
        if (Path.GetRelativePath(root, start) is not "." and var above)
        {
            for (var folders = above.Count(static letter => letter == Path.DirectorySeparatorChar) + 1; folders > 0; folders--)
            {
                written = written[(written.IndexOf('/') + 1)..];
            }
        }

        var way = Path.GetRelativePath(_folder, start).Replace('\\', '/');
        return string.Concat(way == "." ? "" : way + "/", written);
    }

    private bool IsFollowed(LinkLookup lookup)
        => lookup.Kind == PathKind.File || (lookup.Kind == PathKind.Folder && _tree.ReadmeIsIndex && IndexOf(lookup.Path) is not null);

    /// <param name="url">The address.</param>
    /// <param name="link">The link.</param>
    /// <param name="target">Absolute path of what it names.</param>
    /// <param name="written">The part of it that names a file, as it is to be written.</param>
    private string Follow(LocalUrl url, LinkReference link, string target, ReadOnlySpan<char> written)
    {
        // First of all: in a tree converted in place an output may be there or not be there yet.
        if (DocumentBecoming(target) is { } source)
        {
            Refer(source, url.Fragment, link);
            return Unchanged(url, link, written);
        }

        var lookup = LookUp(target);
        _onlyLookedAt.Remove(target);
        if (lookup.IsDocument)
        {
            Refer(lookup.Path, url.Fragment, link);
            if (!_tree.Rewrites || written.LastIndexOf('.') is not (> 0 and var extension) || url.ExtensionStart <= 0)
            {
                return link.Url;
            }

            var name = _tree.AppendsExtension ? written
                : IsIndex(lookup.Path) ? string.Concat(written[..(written.LastIndexOf('/') + 1)], IndexPages.Name)
                : written[..extension];
            return string.Concat(name, _tree.Extension, url.Suffix);
        }

        if (lookup.Kind == PathKind.Folder && (_leavesSource || _tree.ReadmeIsIndex) && IndexOf(target) is { } index)
        {
            // A page that is one already goes along, as what is linked to does.
            _onlyLookedAt.Remove(index);
            if (_tree is not { Rewrites: true, ReadmeIsIndex: true })
            {
                return Unchanged(url, link, written);
            }

            Refer(index, url.Fragment, link);
            return string.Concat(written.TrimEnd('/'), "/" + IndexPages.Name + _tree.Extension, url.Suffix);
        }

        if (_tree.ReportsDead && !url.IsTemplate && !_tree.Ignores(link.Url))
        {
            ReportDead(lookup, target, link);
        }

        return lookup.Kind == PathKind.Nothing ? link.Url : Unchanged(url, link, written);
    }

    /// <summary>The address as it is, or as seen from the document where it began at the root.</summary>
    private static string Unchanged(LocalUrl url, LinkReference link, ReadOnlySpan<char> written)
        => written.SequenceEqual(url.WrittenPath) ? link.Url : string.Concat(written, url.Suffix);

    private void ReportDead(LinkLookup lookup, string target, LinkReference link)
    {
        if (lookup.Kind == PathKind.Nothing)
        {
            _diagnostics.Add(Report(target, link));
        }
        else if (_leavesSource && LeavesOutput(lookup) is { } reason)
        {
            _diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.LinkLeavesOutput, $"The link '{link.Url}' leads to nothing in the output: {reason}.", link.Line, link.Column));
        }
    }

    /// <summary>Why something that is there is not in the output; null where it is.</summary>
    private string? LeavesOutput(LinkLookup lookup)
    {
        if (lookup.Kind == PathKind.Folder)
        {
            var folder = Path.TrimEndingDirectorySeparator(lookup.Path);
            return !PathRules.IsWithin(folder, _basePath) ? "the folder lies outside the tree; convert from a folder that holds both"
                : !_tree.ReadmeIsIndex && ReadmeIn(folder) is { } readme && IsReadmeIndex(readme) ? "the folder has no index page; link to a document in it, or set readmeAsIndex"
                : "the folder has no index page; link to a document in it, or add one";
        }

        return lookup.Kind != PathKind.File ? null
            : InTree(lookup.Path) is not { } place ? "it lies outside the tree; convert from a folder that holds both"
            : _tree.IsSource(place) ? "the document is left out of the tree; include it"
            : null;
    }

    /// <summary>The document that is the index of a folder; null where there is none.</summary>
    private string? IndexOf(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        if (!PathRules.IsWithin(folder, _basePath))
        {
            return null;
        }

        foreach (var path in IndexPages.In(folder))
        {
            if (Named(path) is { } index)
            {
                return index;
            }
        }

        if (_tree.ReadmeIsIndex && ReadmeIn(folder) is { } readme && IsIndex(readme))
        {
            return readme;
        }

        var page = Path.Join(folder, IndexPages.Name + ".html");
        return LookAt(page).Kind == PathKind.File ? page : null;
    }

    /// <summary>The README of a folder, however it is capitalized; null where there is none.</summary>
    private string? ReadmeIn(string folder)
    {
        foreach (var path in IndexPages.ReadmesIn(folder))
        {
            if ((Named(path) ?? (FindIgnoringCase(path) is { } like ? Named(like) : null)) is { } readme)
            {
                return readme;
            }
        }

        return null;
    }

    /// <summary>Whether a document is a README that becomes the index of its folder.</summary>
    private bool IsIndex(string document) => _tree.ReadmeIsIndex && IsReadmeIndex(document);

    private bool IsReadmeIndex(string document) => IndexPages.IsReadmeIndex(document, path => LookAt(path).Kind == PathKind.File);

    /// <summary>The document whose output would be at a path; null where there is none.</summary>
    private string? DocumentBecoming(string target)
        => Path.GetExtension(target).Equals(_tree.Extension, StringComparison.OrdinalIgnoreCase)
            ? (_tree.AppendsExtension ? Named(Path.ChangeExtension(target, null)) : Document(Path.ChangeExtension(target, null)))
            : null;

    private string? Named(string path) => LookAt(path) is { IsDocument: true } document ? document.Path : null;

    /// <summary>The document of that name, whatever its extension; null where there is none.</summary>
    private string? Document(string name)
    {
        foreach (var extension in (ReadOnlySpan<string>)[Path.GetExtension(_path), ".md", ".markdown"])
        {
            if (extension.Length > 0 && Named(name + extension) is { } document)
            {
                return document;
            }
        }

        return _tree.ReadmeIsIndex && Path.GetFileName(name) == IndexPages.Name ? ReadmeIn(Path.GetDirectoryName(name)!) : null;
    }

    /// <summary>Looks up what no link leads to so far: a file that is there does not go along for that.</summary>
    private LinkLookup LookAt(string path)
    {
        if (!_known.ContainsKey(path))
        {
            _onlyLookedAt.Add(path);
        }

        return LookUp(path);
    }

    private LinkLookup LookUp(string target)
    {
        if (_known.TryGetValue(target, out var known))
        {
            return known;
        }

        var kind = _tree.KindOf(target);
        var isDocument = kind == PathKind.File && Path.HasExtension(target) && InTree(target) is { } place && _tree.IsDocument(place, _path);
        var lookup = new LinkLookup(target, kind, isDocument);
        _known.Add(target, lookup);
        _lookups.Add(lookup);
        return lookup;
    }

    /// <summary>The path from the tree's root; null outside of the tree.</summary>
    private string? InTree(string target) => IsInTree(target) ? target[_basePath.Length..].TrimStart(Path.DirectorySeparatorChar) : null;

    private bool IsInTree(string target)
        => PathRules.IsWithin(target, _basePath) && !target.AsSpan(_basePath.Length).TrimStart(Path.DirectorySeparatorChar).IsEmpty;

    private void Refer(string target, string fragment, LinkReference link)
    {
        if (fragment.Length > 0 && !_tree.Ignores(link.Url))
        {
            _anchorReferences.Add(new(target, fragment, link.Line, link.Column));
        }
    }

    /// <summary>The place that differs from a target in case only; null where there is none. Should it go, the advice is no longer right.</summary>
    private string? FindIgnoringCase(string target)
    {
        if (!IsInTree(target) || _tree.FindIgnoringCase(_basePath, target) is not { } meant)
        {
            return null;
        }

        // What the search of the tree has seen may be gone since.
        return LookAt(meant).Kind == PathKind.Nothing ? null : meant;
    }

    /// <summary>What there is where backslashes are read as slashes; null where there is nothing.</summary>
    private string? ReadWithSlashes(string target)
    {
        var slashed = Path.GetFullPath(target.Replace('\\', '/'), _folder);
        return LookAt(slashed).Kind == PathKind.Nothing ? null : slashed;
    }

    private Diagnostic Report(string target, LinkReference link)
    {
        var document = Path.HasExtension(target) ? null : Document(Path.TrimEndingDirectorySeparator(target));
        var slashed = document is null && Path.DirectorySeparatorChar == '/' && target.Contains('\\', StringComparison.Ordinal) ? ReadWithSlashes(target) : null;
        var meant = slashed ?? (document is null ? FindIgnoringCase(target) : null);
        var advice = document is not null ? LinkAdvice.AddExtension
            : slashed is not null ? LinkAdvice.ChangeSlash
            : meant is null ? LinkAdvice.None
            : meant.Equals(Path.TrimEndingDirectorySeparator(target), StringComparison.OrdinalIgnoreCase) ? LinkAdvice.ChangeCase
            : LinkAdvice.ChangeLetters;
        return new(
            DiagnosticSeverity.Warning,
            DiagnosticCodes.DeadLink,
            new DeadLink(link.Url, link.Kind, _basePath, new(target), advice, document ?? meant),
            link.Line,
            link.Column);
    }
}
