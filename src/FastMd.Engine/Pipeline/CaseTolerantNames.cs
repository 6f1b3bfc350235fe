using System.Collections.Concurrent;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>Finds what a path that leads to nothing was meant to be, where it differs in case only. Asked by many threads at once.</summary>
internal sealed class CaseTolerantNames
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _namesIn = new(StringComparer.Ordinal);

    /// <summary>The path there is; null where there is none.</summary>
    /// <param name="root">Absolute path of the folder both lie in.</param>
    /// <param name="place">The path that leads to nothing, from the root.</param>
    public string? Find(string root, string place)
    {
        var found = root;
        foreach (var segment in place.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var exact = Path.Combine(found, segment);
            if (PathKinds.At(exact) != PathKind.Nothing)
            {
                found = exact;
            }
            else if (_namesIn.GetOrAdd(found, Names).TryGetValue(segment, out var name))
            {
                found = Path.Combine(found, name);
            }
            else
            {
                return null;
            }
        }

        return Path.GetRelativePath(root, found) == Path.TrimEndingDirectorySeparator(place) ? null : found;
    }

    private static Dictionary<string, string> Names(string folder)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var name in Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal))
            {
                names.TryAdd(name, name);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A link is as dead without advice.
        }

        return names;
    }
}
