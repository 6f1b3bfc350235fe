using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace FastMd.Cli.Convert;

/// <summary>Finds the documents that paths on the command line stand for, in their order, each once.</summary>
internal sealed class SourceFinder(JobOptions options, string? basePath, string workingDirectory, Action<string, Exception> onUnreadable)
{
    private readonly List<DocumentSource> _found = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The documents.</summary>
    /// <exception cref="UsageException">A path stands for nothing.</exception>
    public IReadOnlyList<DocumentSource> Find(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, workingDirectory);
            if (File.Exists(full))
            {
                Add(DocumentSource.FromFile(full, new FileInfo(full).Length, basePath));
            }
            else if (Directory.Exists(full))
            {
                AddTree(full);
            }
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                AddMatches(path);
            }
            else
            {
                throw new UsageException($"'{path}' does not exist.");
            }
        }

        return _found;
    }

    private void AddTree(string directory)
    {
        foreach (var document in new DocumentTree(directory, options.Documents, options.Destination, onUnreadable).Documents(basePath: basePath))
        {
            Add(document);
        }
    }

    private void AddMatches(string pattern)
    {
        var (root, relative) = SplitAtFirstWildcard(pattern.Replace('\\', '/'));
        var matcher = new Matcher().AddInclude(relative);
        var before = _found.Count;
        foreach (var match in matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files.Select(file => file.Path).Order(StringComparer.Ordinal))
        {
            if (options.Documents.Reaches(match) || !match.Contains('/', StringComparison.Ordinal))
            {
                var full = Path.GetFullPath(match, root);
                Add(DocumentSource.FromFile(full, new FileInfo(full).Length, basePath));
            }
        }

        if (_found.Count == before)
        {
            throw new UsageException($"No document matches '{pattern}'.");
        }
    }

    private (string Root, string Relative) SplitAtFirstWildcard(string pattern)
    {
        var slash = pattern.LastIndexOf('/', pattern.IndexOfAny(['*', '?']));
        return slash < 0
            ? (workingDirectory, pattern)
            : (Path.GetFullPath(pattern[..(slash + 1)], workingDirectory), pattern[(slash + 1)..]);
    }

    private void Add(DocumentSource source)
    {
        if (_paths.Add(source.Path!))
        {
            _found.Add(source);
        }
    }
}
