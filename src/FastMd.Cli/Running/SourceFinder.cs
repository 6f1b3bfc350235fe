using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Running;

/// <summary>Finds the documents that paths on the command line stand for, in their order, each once.</summary>
/// <param name="options">What the job depends on.</param>
/// <param name="basePath">Absolute path that all outputs are relative to; null where what is named decides.</param>
/// <param name="workingDirectory">Absolute path that relative paths belong to.</param>
/// <param name="onUnreadable">Told of each folder that cannot be read.</param>
/// <param name="onNotice">Told of what was left out, or was taken for a name and could be a pattern, with what to say of it.</param>
internal sealed class SourceFinder(
    JobOptions options, string? basePath, string workingDirectory, Action<string, Exception> onUnreadable, Action<string, Diagnostic> onNotice)
{
    private readonly BasePaths _basePaths = new(basePath, workingDirectory);
    private readonly List<DocumentSource> _found = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The documents.</summary>
    /// <exception cref="UsageException">A path stands for nothing.</exception>
    /// <exception cref="OperationCanceledException">The user did not want to wait for it.</exception>
    public IReadOnlyList<DocumentSource> Find(IEnumerable<string> paths, CancellationToken cancellation)
    {
        List<NamedPath> named = [.. paths.Select(path => NamedPath.Of(path, workingDirectory))];
        _basePaths.AddNamedFiles(named.Where(path => path.Kind == NamedPathKind.File).Select(path => (path.Full, path.IsRelative)));
        foreach (var path in named)
        {
            switch (path.Kind)
            {
                case NamedPathKind.File:
                    Add(DocumentSource.FromFile(path.Full, new FileInfo(path.Full).Length, _basePaths.OfFile(path.Full, path.IsRelative)));
                    break;
                case NamedPathKind.Folder:
                    Add(Tree(path.Full, options.Reading.Documents).Documents(basePath: _basePaths.OfTree(path.Full)), cancellation);
                    break;
                default:
                    AddMatches(path, cancellation);
                    break;
            }
        }

        foreach (var path in named.Where(path => path is { Kind: NamedPathKind.File, HasWildcard: true }))
        {
            WarnOfOthers(path);
        }

        return _found;
    }

    private void AddMatches(NamedPath pattern, CancellationToken cancellation)
    {
        var before = _found.Count;
        Add(Matches(pattern), cancellation);
        if (_found.Count == before)
        {
            throw new UsageException($"No document matches '{pattern.Written}'.");
        }
    }

    private IEnumerable<DocumentSource> Matches(NamedPath pattern)
    {
        var (root, relative) = pattern.AtFirstWildcard(workingDirectory);
        if (!Directory.Exists(root))
        {
            return [];
        }

        var glob = new Glob(relative);
        var isDeep = relative.AsSpan().Contains('/') || relative.StartsWith("**", StringComparison.Ordinal);

        // A pattern for one folder means just what it says; one for a tree leaves out what a search of the tree leaves out.
        var filter = isDeep ? options.Reading.Documents : new DocumentFilter([relative], []);
        return Tree(root, filter).Documents(isDeep, _basePaths.OfPattern(root, pattern.IsRelative))
            .Where(document => glob.Matches(Path.GetRelativePath(root, document.Path!)));
    }

    /// <summary>A name that is a pattern too may have been meant as one: what it would have stood for is not left out in silence.</summary>
    private void WarnOfOthers(NamedPath name)
    {
        var others = Matches(name).Select(document => document.Path!).Where(path => !_paths.Contains(path)).ToList();
        if (others.Count > 0)
        {
            onNotice(name.Full, Diagnostic.Warning(
                DiagnosticCodes.PatternIsName,
                $"This file is called '{name.Written}', and that is what was taken. As a pattern it would also stand for '{others[0]}'{(others.Count > 1 ? $" and {others.Count - 1} more" : "")}: name those too, or a directory with --include."));
        }
    }

    private DocumentTree Tree(string root, DocumentFilter filter) => new(root, filter, options.Destination, onUnreadable, options.FollowLinks, onNotice);

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
