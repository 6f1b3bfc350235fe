using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Running;

/// <summary>Finds the documents that paths on the command line stand for, in their order, each once.</summary>
internal sealed class SourceFinder(JobOptions options, string? basePath, string workingDirectory, Action<string, Exception> onUnreadable)
{
    private readonly List<DocumentSource> _found = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The documents.</summary>
    /// <exception cref="UsageException">A path stands for nothing.</exception>
    /// <exception cref="OperationCanceledException">The user did not want to wait for it.</exception>
    public IReadOnlyList<DocumentSource> Find(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            if (path.Length == 0)
            {
                throw new UsageException("A path is empty; write . for the working directory.");
            }

            var full = Path.GetFullPath(path, workingDirectory);
            if (File.Exists(full))
            {
                Add(DocumentSource.FromFile(full, new FileInfo(full).Length, basePath));
            }
            else if (Directory.Exists(full))
            {
                Add(Tree(full, options.Documents).Documents(basePath: basePath), cancellation);
            }
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                AddMatches(path, cancellation);
            }
            else
            {
                throw new UsageException($"'{path}' does not exist.");
            }
        }

        return _found;
    }

    private void AddMatches(string pattern, CancellationToken cancellation)
    {
        var (root, relative) = SplitAtFirstWildcard(pattern.Replace('\\', '/'));
        var glob = new Glob(relative);
        var isDeep = relative.AsSpan().Contains('/') || relative.StartsWith("**", StringComparison.Ordinal);

        // A pattern for one folder means just what it says; one for a tree leaves out what a search of the tree leaves out.
        var filter = isDeep ? options.Documents : new DocumentFilter([relative], []);
        var before = _found.Count;
        if (Directory.Exists(root))
        {
            Add(
                Tree(root, filter).Documents(isDeep, basePath ?? workingDirectory)
                    .Where(document => glob.Matches(Path.GetRelativePath(root, document.Path!))),
                cancellation);
        }

        if (_found.Count == before)
        {
            throw new UsageException($"No document matches '{pattern}'.");
        }
    }

    private DocumentTree Tree(string root, DocumentFilter filter) => new(root, filter, options.Destination, onUnreadable);

    private (string Root, string Relative) SplitAtFirstWildcard(string pattern)
    {
        var slash = pattern.LastIndexOf('/', pattern.IndexOfAny(['*', '?']));
        return slash < 0
            ? (workingDirectory, pattern)
            : (Path.GetFullPath(pattern[..(slash + 1)], workingDirectory), pattern[(slash + 1)..]);
    }

    private void Add(IEnumerable<DocumentSource> sources, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(source);
        }
    }

    private void Add(DocumentSource source)
    {
        if (_paths.Add(source.Path!))
        {
            _found.Add(source);
        }
    }
}
