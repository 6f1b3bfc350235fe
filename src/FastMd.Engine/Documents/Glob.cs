using System.IO.Enumeration;

namespace FastMd.Engine.Documents;

/// <summary>
/// A pattern of relative paths: <c>*</c> and <c>?</c> stand for anything but a slash, <c>**</c> for any number of folders. Matching is case-insensitive.
/// </summary>
/// <param name="pattern">The pattern, with slashes of either kind.</param>
internal sealed class Glob(string pattern)
{
    private const string AnyFolders = "**";

    private readonly string[] _pattern = Segments(pattern);

    /// <summary>Whether a path is one of those meant.</summary>
    /// <param name="relativePath">The path.</param>
    public bool Matches(string relativePath)
    {
        var path = Segments(relativePath);
        var (atPattern, atPath) = (0, 0);
        (int Pattern, int Path)? retry = null;
        while (atPath < path.Length)
        {
            if (atPattern < _pattern.Length && _pattern[atPattern] == AnyFolders)
            {
                retry = (++atPattern, atPath);
            }
            else if (atPattern < _pattern.Length && FileSystemName.MatchesSimpleExpression(_pattern[atPattern], path[atPath]))
            {
                atPattern++;
                atPath++;
            }
            else if (retry is var (afterFolders, taken))
            {
                // The folders take in one segment more. Only the last such place can make a difference.
                retry = (afterFolders, taken + 1);
                (atPattern, atPath) = (afterFolders, taken + 1);
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(atPattern).TrimStart(AnyFolders).IsEmpty;
    }

    private static string[] Segments(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
    }
}
