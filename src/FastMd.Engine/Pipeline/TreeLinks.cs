using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Pipeline;

/// <summary>
/// Knows which relative links of a tree lead to documents that are converted: those that exist under the base path and that a search
/// of the tree would find.
/// </summary>
/// <param name="filter">Which files of a tree are documents.</param>
/// <param name="extension">Extension of the outputs, with its dot.</param>
internal sealed class TreeLinks(DocumentFilter filter, string extension)
{
    private readonly DocumentFilter _filter = filter;
    private readonly string _extension = extension;
    private readonly ConcurrentDictionary<string, bool> _exists = new(PathRules.Comparer);

    /// <summary>The links of one document.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="basePath">Absolute path of the tree's root.</param>
    public ILinkTargets Of(string path, string basePath) => new DocumentLinks(this, path, basePath);

    public CacheCounter Counter { get; } = new("link_targets");

    /// <summary>Paths that were looked up.</summary>
    public int Count => _exists.Count;

    private bool Exists(string path)
    {
        var isKnown = _exists.TryGetValue(path, out var exists);
        Counter.Count(isKnown);
        return isKnown ? exists : _exists.GetOrAdd(path, static candidate => File.Exists(candidate));
    }

    private sealed class DocumentLinks(TreeLinks tree, string path, string basePath) : ILinkTargets
    {
        public string Resolve(LinkReference reference)
        {
            var url = reference.Url;
            var end = url.AsSpan().IndexOfAny('#', '?') is >= 0 and var suffix ? suffix : url.Length;
            var link = url.AsSpan(0, end);
            var dot = link.LastIndexOf('.');

            // A name with an extension, relative, without a scheme: all else is not a document of the tree.
            if (dot <= 0 || link[0] is '/' or '\\' || link.Contains(':') || link[dot..].ContainsAny('/', '\\'))
            {
                return url;
            }

            return LeadsToDocument(Uri.UnescapeDataString(link.ToString()))
                ? string.Concat(link[..dot], tree._extension, url.AsSpan(end))
                : url;
        }

        private bool LeadsToDocument(string link)
        {
            if (link.Contains('\0', StringComparison.Ordinal))
            {
                return false;
            }

            var target = Path.GetFullPath(link, Path.GetDirectoryName(path)!);
            return PathRules.IsWithin(target, basePath) && target.Length > basePath.Length && IsDocument(target) && tree.Exists(target);
        }

        private bool IsDocument(string target)
        {
            var relative = Path.GetRelativePath(basePath, target);
            return !tree._filter.LeavesOut(relative) && (tree._filter.Takes(relative) || IsOfSameKind(target));
        }

        // Documents that the patterns do not name were given one by one, and may well link to each other.
        private bool IsOfSameKind(string target)
            => Path.GetExtension(target.AsSpan()).Equals(Path.GetExtension(path.AsSpan()), StringComparison.OrdinalIgnoreCase);
    }
}
