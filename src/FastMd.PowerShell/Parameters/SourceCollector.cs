using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Parameters;

/// <summary>Finds the documents that paths stand for: files as they are, directories by what is in them.</summary>
/// <param name="cmdlet">The cmdlet, which was given the paths as <c>-Path</c> or <c>-LiteralPath</c>.</param>
/// <param name="paths">Knows what paths stand for.</param>
/// <param name="options">What the job depends on.</param>
/// <param name="basePaths">What outputs are relative to.</param>
/// <param name="recurse">Whether directories are searched with all their folders.</param>
internal sealed class SourceCollector(PSCmdlet cmdlet, PathResolver paths, JobOptions options, BasePaths basePaths, bool recurse)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _maybePatterns = [];
    private readonly Dictionary<string, LinkRule> _links = new(StringComparer.Ordinal);

    /// <summary>Whether an error was written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The documents of what came along as one, in order.</summary>
    /// <param name="path">What was given as <c>-Path</c>; null where <paramref name="literalPath"/> was given.</param>
    /// <param name="literalPath">What was given as <c>-LiteralPath</c>.</param>
    public IReadOnlyList<DocumentSource> Collect(IReadOnlyList<string>? path, IReadOnlyList<string> literalPath)
    {
        var arePiped = cmdlet.MyInvocation.ExpectingInput;
        List<NamedPath> named = [.. path is null ? paths.Literals(literalPath) : path.SelectMany(paths.Matching)];
        _maybePatterns.AddRange(path?.Where(WildcardPattern.ContainsWildcardCharacters) ?? []);
        if (!arePiped)
        {
            basePaths.AddNamedFiles(named.Where(file => file.PatternFolder is null && File.Exists(file.Full)).Select(file => (file.Full, file.IsRelative)));
        }

        // Get-ChildItem -Recurse hands over folders along with what is in them: entering those too would convert everything twice.
        var entersFolders = recurse || !(path is null && arePiped);
        if (options.OutputFile is { } file)
        {
            var many = named.RemoveAll(each => IsMany(each, entersFolders));
            if (many > 0 || (!arePiped && (path ?? literalPath).Count > 1))
            {
                Refuse(DiagnosticErrors.DestinationIsFile(file), isWhole: !arePiped);
            }
        }

        return Collect(named, entersFolders, arePiped);
    }

    /// <summary>
    /// Says which names of files were not taken as the patterns that they are too, once all input has come: what a pattern would have stood
    /// for is not left out in silence, unless it was given as well.
    /// </summary>
    public void WarnOfNamesThatArePatterns()
    {
        foreach (var path in _maybePatterns.Distinct())
        {
            if (paths.OtherMatches(path).Where(match => !_taken.Contains(match)).ToList() is [var first, .. var more])
            {
                cmdlet.WriteWarning(Diagnostic.Warning(
                    DiagnosticCodes.PatternIsName,
                    $"That is a name, and what is called so was taken. As a pattern it would also stand for '{first}'{(more.Count > 0 ? $" and {more.Count} more" : "")}: pipe those from Get-Item -Path '{path}'.").Format(path));
            }
        }
    }

    private List<DocumentSource> Collect(IEnumerable<NamedPath> named, bool entersFolders, bool arePiped)
    {
        var sources = new List<DocumentSource>();
        foreach (var path in named)
        {
            // A name with a null character stands for no file, and asking for one throws.
            var file = path.Full.Contains('\0') ? null : new FileInfo(path.Full);
            if (file is { Exists: true })
            {
                if (Take(path.Full, file.Length, BasePathOf(path, arePiped), isFound: arePiped || path.PatternFolder is not null) is { } document)
                {
                    sources.Add(document);
                }
            }
            else if (Directory.Exists(path.Full) && !entersFolders)
            {
                cmdlet.WriteVerbose(OneLine.Of($"'{path.Full}' is a directory and was passed over; -Recurse takes what is in it."));
            }
            else if (Directory.Exists(path.Full))
            {
                var root = Path.TrimEndingDirectorySeparator(path.Full);
                sources.AddRange(new DocumentTree(root, options.Reading.Documents, options.Destination, OnUnreadable, options.FollowLinks, Warn).Documents(recurse, basePaths.OfTree(root)));
            }
            else
            {
                Write(DiagnosticErrors.PathNotFound(path.Full, $"'{path.Full}' does not exist."));
            }
        }

        _taken.UnionWith(sources.Select(source => source.Path!));
        return sources;
    }

    /// <summary>The document that a file is; null where it is left out. What is typed out is meant, link or not; a listing holds what others put there.</summary>
    private DocumentSource? Take(string path, long length, string basePath, bool isFound)
    {
        if (isFound && LinksFrom(basePath).Refuse(path) is { } reason)
        {
            Warn(path, reason);
            return null;
        }

        return DocumentSource.FromFile(path, length, basePath);
    }

    private LinkRule LinksFrom(string basePath)
    {
        if (!_links.TryGetValue(basePath, out var links))
        {
            _links.Add(basePath, links = new(options.FollowLinks, basePath));
        }

        return links;
    }

    private void Warn(string path, Diagnostic why) => cmdlet.WriteWarning(why.Format(path));

    private string BasePathOf(NamedPath file, bool isPiped)
        => file.PatternFolder is { } folder ? basePaths.OfPattern(folder, file.IsRelative || isPiped)
            : isPiped ? basePaths.OfSingle(file.Full)
            : basePaths.OfFile(file.Full, file.IsRelative);

    /// <summary>Whether a path may stand for more than one document, whatever there is just now.</summary>
    private static bool IsMany(NamedPath path, bool entersFolders) => path.PatternFolder is not null || (entersFolders && Directory.Exists(path.Full));

    private void Refuse(ErrorRecord error, bool isWhole)
    {
        if (isWhole)
        {
            cmdlet.ThrowTerminatingError(error);
        }

        Write(error);
    }

    private void OnUnreadable(string folder, Exception failure) => Write(DiagnosticErrors.FolderUnreadable(folder, failure));

    private void Write(ErrorRecord error)
    {
        HasFailed = true;
        cmdlet.WriteError(error);
    }
}
