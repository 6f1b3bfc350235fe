using System.Globalization;

namespace FastMd.Engine.Documents;

/// <summary>
/// Folders that a version control system or FastMd itself keeps its records in. They hold credentials and what is believed without
/// question, and no content: nothing is read from them for being linked or referred to.
/// </summary>
internal static class ReservedFolders
{
    /// <summary>The folder in a destination that is FastMd's own.</summary>
    public const string State = ".fastmd";

    private static readonly string[] Names = [State, ".git", ".hg", ".svn"];

    /// <summary>Whether a path leads through one of them.</summary>
    /// <param name="relative">The path from the folder that it is seen from.</param>
    public static bool Contains(string relative)
    {
        foreach (var segment in relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            if (Names.Any(name => IsSpelling(segment, name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is that of FastMd's own folder, on some file system at least.</summary>
    public static bool IsState(string segment) => IsSpelling(segment, State);

    /// <summary>
    /// Whether two names are one on some file system: in other case, with dots and spaces at the end, with characters that take no space, or
    /// as the short name that Windows makes of a long one.
    /// </summary>
    private static bool IsSpelling(string segment, string name)
        => segment.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (IsSuspect(segment) && (Plain(segment).Equals(name, StringComparison.OrdinalIgnoreCase) || IsShortName(Plain(segment), name)));

    // Nearly every name is done with here.
    private static bool IsSuspect(string segment)
        => segment.Length > 0 && (segment[^1] is '.' or ' ' || segment.Contains('~') || segment.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'));

    private static string Plain(string segment)
        => string.Concat(segment.Where(static character => char.GetUnicodeCategory(character) != UnicodeCategory.Format)).TrimEnd('.', ' ');

    private static bool IsShortName(string segment, string name)
        => segment.IndexOf('~') is > 0 and var tilde
            && segment.AsSpan(tilde + 1) is { Length: > 0 } number && !number.ContainsAnyExceptInRange('0', '9')
            && name.AsSpan(1).StartsWith(segment.AsSpan(0, tilde), StringComparison.OrdinalIgnoreCase);
}
