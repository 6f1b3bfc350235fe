using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Pipeline.Links;

/// <summary>
/// Knows what is where in a tree, and which of its files are documents: those under the base path that a search of the tree would find.
/// Asked by many threads at once.
/// </summary>
/// <param name="filter">Which files of a tree are documents.</param>
/// <param name="extension">Extension of the outputs, with its dot.</param>
internal sealed class TreeLinks(DocumentFilter filter, string extension)
{
    private readonly ConcurrentDictionary<string, PathKind> _kinds = new(PathRules.Comparer);
    private readonly ConcurrentDictionary<string, CaseTolerantNames> _names = new(PathRules.Comparer);

    public CacheCounter Counter { get; } = new("link_targets");

    /// <summary>Paths that were looked up.</summary>
    public int Count => _kinds.Count;

    /// <summary>Extension of the outputs, with its dot.</summary>
    public string Extension => extension;

    /// <summary>Whether that follows the documents' own extension, rather than taking its place.</summary>
    public bool AppendsExtension { get; init; }

    /// <summary>Whether links to documents lead to their outputs; else they stay as they are written.</summary>
    public bool Rewrites { get; init; } = true;

    /// <summary>Whether addresses of a site's pages are followed to the documents behind them; outputs append their extension then.</summary>
    public bool FollowsRoutes { get; init; }

    /// <summary>Whether links that lead to nothing are reported.</summary>
    public bool ReportsDead { get; init; } = true;

    /// <summary>URLs whose dead links are not reported.</summary>
    public IReadOnlyList<Glob> Ignored { get; init; } = [];

    /// <summary>Absolute path of the folder that addresses with a slash before them begin at; null for the root of each document's tree.</summary>
    public string? Root { get; init; }

    /// <summary>Whether <c>README.md</c> becomes the index page of its folder.</summary>
    public bool ReadmeIsIndex { get; init; }

    /// <summary>The folders that the search of the tree listed.</summary>
    public ListedFolders Folders { get; init; } = new();

    /// <summary>Absolute path of the folder that outputs are written to: it came to be after the search, perhaps. Null where there is none.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether links to the web are collected.</summary>
    public bool CollectsExternal { get; init; }

    /// <summary>Whether the destination has a single output, which lies right in it.</summary>
    public bool IsOneFile { get; init; }

    /// <summary>Whether outputs lie elsewhere than their sources: what is not written there is not there.</summary>
    /// <param name="sources">Absolute path of the folder whose place the destination takes, without a separator at its end.</param>
    public bool LeavesSource(string sources)
        => Destination is { } destination && !PathRules.Comparer.Equals(sources, Path.TrimEndingDirectorySeparator(destination));

    /// <summary>The links of one document.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="basePath">Absolute path of the tree's root.</param>
    public DocumentLinks Of(string path, string basePath) => new(this, path, basePath);

    /// <summary>What there is at a path.</summary>
    public PathKind KindOf(string path)
    {
        var isKnown = _kinds.TryGetValue(path, out var kind);
        Counter.Count(isKnown);
        return isKnown ? kind : _kinds.GetOrAdd(path, Look(path));
    }

    /// <summary>What a path that leads to nothing was meant to be, where it differs in case only; null where there is no such path.</summary>
    /// <param name="root">Absolute path of the tree's root.</param>
    /// <param name="path">The absolute path, within the tree.</param>
    public string? FindIgnoringCase(string root, string path)
        => (_names.TryGetValue(root, out var names) ? names : _names.GetOrAdd(root, new CaseTolerantNames(root, Folders))).Find(path);

    /// <summary>Whether a file is converted along with a document that refers to it.</summary>
    /// <param name="path">Its path from the tree's root.</param>
    /// <param name="from">Path of the document.</param>
    public bool IsDocument(string path, string from)
    {
        // Documents that the patterns do not name were given one by one, and may well link to each other.
        // A link to a book is there for readers to have the book.
        return (filter.Takes(path) || IsOfSameKind(path, from)) && !filter.LeavesOut(path) && !DocumentFormats.IsBook(path);
    }

    /// <summary>Whether a URL is one whose dead links are not reported.</summary>
    public bool Ignores(string url)
    {
        foreach (var ignored in Ignored)
        {
            if (ignored.Matches(url))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a file is named like a document, left out of the tree or not.</summary>
    /// <param name="path">Its path from the tree's root.</param>
    public bool IsSource(string path) => filter.Names(path) && !DocumentFormats.IsBook(path);

    private static bool IsOfSameKind(string path, string other)
        => Path.GetExtension(path.AsSpan()).Equals(Path.GetExtension(other.AsSpan()), StringComparison.OrdinalIgnoreCase);

    private PathKind Look(string path)
        => Folders.IsMissing(path) && !(Destination is { } destination && PathRules.IsWithin(destination, path)) ? PathKind.Nothing : PathKinds.At(path);
}
