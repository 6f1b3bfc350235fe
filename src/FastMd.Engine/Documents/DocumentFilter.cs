namespace FastMd.Engine.Documents;

/// <summary>
/// Which files of a tree are documents. A pattern without a slash applies at every depth, one with a slash from the tree's root;
/// matching is case-insensitive. Hidden folders and <c>node_modules</c> are always left out.
/// </summary>
public sealed class DocumentFilter
{
    private readonly string _patterns;
    private readonly string[]? _extensions;
    private readonly Glob[] _include = [];
    private readonly Glob[] _exclude;

    /// <summary>A filter by glob patterns.</summary>
    /// <param name="include">Patterns of the files taken.</param>
    /// <param name="exclude">Patterns of the files and folders left out.</param>
    public DocumentFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        ArgumentNullException.ThrowIfNull(include);
        ArgumentNullException.ThrowIfNull(exclude);

        _patterns = $"{string.Join(", ", include)} without {string.Join(", ", exclude)}";

        // Nearly every pattern is an extension, and a comparison is much cheaper than a glob.
        if (include.All(IsExtension))
        {
            _extensions = [.. include.Select(pattern => pattern[1..])];
        }
        else
        {
            _include = Globs(include);
        }

        _exclude = Globs(exclude);
    }

    /// <summary>What applies where the user says nothing.</summary>
    public static DocumentFilter Default { get; } = new(DocumentFormats.DefaultPatterns, []);

    /// <summary>Its patterns: two filters that say the same are the same.</summary>
    public override string ToString() => _patterns;

    /// <summary>Whether a file is taken.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool Takes(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        return Names(relativePath) && !IsExcluded(relativePath);
    }

    /// <summary>Whether a file is taken and every folder on the way to it is entered.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool Reaches(string relativePath) => !LeavesOut(relativePath) && Names(relativePath);

    /// <summary>Whether a file, or a folder on the way to it, is left out; whatever files are taken otherwise.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool LeavesOut(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        for (var folder = Path.GetDirectoryName(relativePath); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (!Enters(folder, isHidden: Path.GetFileName(folder).StartsWith('.')))
            {
                return true;
            }
        }

        return IsExcluded(relativePath);
    }

    /// <summary>Whether a folder is entered.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    /// <param name="isHidden">Whether the system shows it by default.</param>
    public bool Enters(string relativePath, bool isHidden)
        => !isHidden
            && !Path.GetFileName(relativePath.AsSpan()).Equals("node_modules", StringComparison.OrdinalIgnoreCase)
            && !IsExcluded(relativePath);

    /// <summary>Whether a file has a name that the patterns of the files taken fit, be it left out or not.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool Names(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        if (_extensions is null)
        {
            return AnyMatches(_include, relativePath);
        }

        foreach (var extension in _extensions)
        {
            if (relativePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExtension(string pattern)
        => pattern.StartsWith("*.", StringComparison.Ordinal) && pattern.AsSpan(2).IndexOfAny("*?/\\[") < 0;

    private static Glob[] Globs(IReadOnlyList<string> patterns) => [.. patterns.Select(pattern => new Glob(Anchored(pattern)))];

    private static string Anchored(string pattern)
        => pattern.AsSpan().TrimEnd("/\\").ContainsAny('/', '\\') ? pattern : "**/" + pattern;

    private bool IsExcluded(string relativePath) => AnyMatches(_exclude, relativePath);

    // Asked for every link of every document: not worth a closure each.
    private static bool AnyMatches(Glob[] globs, string relativePath)
    {
        foreach (var glob in globs)
        {
            if (glob.Matches(relativePath))
            {
                return true;
            }
        }

        return false;
    }
}
