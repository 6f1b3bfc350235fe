using Microsoft.Extensions.FileSystemGlobbing;

namespace FastMd.Engine.Documents;

/// <summary>
/// Which files of a tree are documents. A pattern without a slash applies at every depth, one with a slash from the tree's root;
/// case does not count. Hidden folders and <c>node_modules</c> are always left out.
/// </summary>
public sealed class DocumentFilter
{
    private readonly string[]? _extensions;
    private readonly Matcher? _include;
    private readonly Matcher? _exclude;

    /// <summary>A filter by glob patterns.</summary>
    /// <param name="include">Patterns of the files taken.</param>
    /// <param name="exclude">Patterns of the files and folders left out.</param>
    public DocumentFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        ArgumentNullException.ThrowIfNull(include);
        ArgumentNullException.ThrowIfNull(exclude);

        // Nearly every pattern is an extension, and a comparison is much cheaper than a glob.
        if (include.All(IsExtension))
        {
            _extensions = [.. include.Select(pattern => pattern[1..])];
        }
        else
        {
            _include = GlobOf(include.Select(Anchored));
        }

        _exclude = exclude.Count == 0 ? null : GlobOf(exclude.Select(AnchoredFolder));
    }

    /// <summary>What applies where the user says nothing.</summary>
    public static DocumentFilter Default { get; } = new(DocumentFormats.DefaultPatterns, []);

    /// <summary>Whether a file is taken.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool Takes(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        return IsIncluded(relativePath) && !IsExcluded(relativePath);
    }

    /// <summary>Whether a file is taken and every folder on the way to it is entered.</summary>
    /// <param name="relativePath">Its path from the tree's root.</param>
    public bool Reaches(string relativePath) => !LeavesOut(relativePath) && IsIncluded(relativePath);

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

    private static bool IsExtension(string pattern)
        => pattern.StartsWith("*.", StringComparison.Ordinal) && pattern.AsSpan(2).IndexOfAny("*?/\\[") < 0;

    private static string Anchored(string pattern)
    {
        var trimmed = pattern.Replace('\\', '/').TrimEnd('/');
        return trimmed.Contains('/', StringComparison.Ordinal) ? trimmed.TrimStart('/') : "**/" + trimmed;
    }

    /// <summary>Leaving out all that is in a folder is leaving out the folder, and spares the way into it.</summary>
    private static string AnchoredFolder(string pattern)
    {
        var anchored = Anchored(pattern);
        return anchored.EndsWith("/**", StringComparison.Ordinal) ? anchored[..^3] : anchored;
    }

    private static Matcher GlobOf(IEnumerable<string> patterns)
    {
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(patterns);
        return matcher;
    }

    private bool IsExcluded(string relativePath) => _exclude?.Match(relativePath).HasMatches is true;

    private bool IsIncluded(string relativePath)
    {
        if (_extensions is null)
        {
            return _include!.Match(relativePath).HasMatches;
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
}
