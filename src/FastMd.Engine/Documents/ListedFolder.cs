using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>
/// The names in a folder, as they were when a tree was searched. Links to what is missing are many in a tree that is part of a larger one;
/// most of those need no question to the file system.
/// </summary>
/// <param name="names">All names in it, sorted.</param>
internal sealed class ListedFolder(IEnumerable<string> names)
{
    // Where names that differ in case are one file the listing does not tell: what might be there is asked for.
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is nothing of that name, without a doubt.</summary>
    /// <param name="name">
    /// The name. Such that some file systems write in more than one way are doubtful, and so are those that end with a separator.
    /// </param>
    public bool Lacks(string name)
        => !_names.Contains(name) && name.Length > 0 && Ascii.IsValid(name) && !name.Contains('~') && !Path.EndsInDirectorySeparator(name);

    /// <summary>The first name there is that differs in nothing but case; null where there is none.</summary>
    public string? Like(string name) => _names.TryGetValue(name, out var like) ? like : null;
}
