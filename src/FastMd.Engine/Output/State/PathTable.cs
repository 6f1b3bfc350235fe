using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The paths a state speaks of, each written once and named by its number. They are kept relative to the destination, so that a
/// checkout can be moved as a whole; what is at a path is looked up once.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="look">Says what there is at an absolute path.</param>
internal sealed class PathTable(string destination, Func<string, PathKind> look)
{
    private readonly List<Entry> _entries = [];

    // Made when a path is first taken down: a run that finds nothing to do asks for no numbers.
    private Dictionary<string, Entry>? _byPath;

    /// <summary>How a path is written.</summary>
    public static string Portable(string destination, string path)
    {
        var relative = Path.GetRelativePath(destination, path);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Takes down a path that stands in the file.</summary>
    public void Read(string portable) => Add(Path.GetFullPath(portable, destination));

    /// <summary>The number of an absolute path, and whether it is new.</summary>
    public (int Number, bool IsNew) NumberOf(string path)
    {
        _byPath ??= ByPath();
        return _byPath.TryGetValue(path, out var known) ? (known.Number, false) : (Add(path).Number, true);
    }

    /// <summary>The absolute path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public string this[int number] => EntryAt(number).Path;

    /// <summary>What there is at the path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public PathKind WhatIsAt(int number)
    {
        var entry = EntryAt(number);
        if (!entry.IsLooked)
        {
            entry.Kind = look(entry.Path);
            entry.IsLooked = true;
        }

        return entry.Kind;
    }

    private Entry Add(string path)
    {
        var entry = new Entry(_entries.Count, path);
        _entries.Add(entry);
        _byPath?.TryAdd(path, entry);
        return entry;
    }

    private Dictionary<string, Entry> ByPath()
    {
        var byPath = new Dictionary<string, Entry>(_entries.Count, StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            byPath.TryAdd(entry.Path, entry);
        }

        return byPath;
    }

    private Entry EntryAt(int number)
        => (uint)number < (uint)_entries.Count ? _entries[number] : throw StateReader.NotOurs();

    private sealed class Entry(int number, string path)
    {
        public int Number => number;

        public string Path => path;

        public bool IsLooked { get; set; }

        public PathKind Kind { get; set; }
    }
}
