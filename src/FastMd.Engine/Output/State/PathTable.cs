using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The paths a state speaks of, each written once and named by its number. They are kept relative to the destination, so that a
/// checkout can be moved as a whole; what is at a path is looked up once. Reading it is safe for any number of threads.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="look">Says what there is at an absolute path.</param>
internal sealed class PathTable(string destination, Func<string, PathKind> look)
{
    // Grows at its end only, and an entry is in before the count says so: readers need no lock.
    private volatile Entry[] _entries = new Entry[256];
    private volatile int _count;

    // Made when a path is first taken down: a run that finds nothing to do asks for no numbers.
    private Dictionary<string, Entry>? _byPath;

    /// <summary>How a path is written.</summary>
    public static string Portable(string destination, string path)
    {
        var relative = Path.GetRelativePath(destination, path);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Takes down a path that stands in the file.</summary>
    /// <exception cref="InvalidDataException">It can be no path.</exception>
    public void Read(string portable) => Add(portable.Contains('\0', StringComparison.Ordinal) ? throw StateReader.NotOurs() : new(_count, destination, portable));

    /// <summary>The number of an absolute path, and whether it is new.</summary>
    public (int Number, bool IsNew) NumberOf(string path)
    {
        _byPath ??= ByPath();
        return _byPath.TryGetValue(path, out var known) ? (known.Number, false) : (Add(new(_count, path)).Number, true);
    }

    /// <summary>The absolute path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public string this[int number] => EntryAt(number).Path;

    /// <summary>What there is at the path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public PathKind WhatIsAt(int number)
    {
        var entry = EntryAt(number);
        return entry.Kind ?? entry.Look(look);
    }

    /// <summary>Sees to it that there is a path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public void Verify(long number)
    {
        if ((ulong)number >= (ulong)_count)
        {
            throw StateReader.NotOurs();
        }
    }

    private Entry Add(Entry entry)
    {
        var entries = _entries;
        if (_count == entries.Length)
        {
            Array.Resize(ref entries, 2 * _count);
            _entries = entries;
        }

        entries[_count] = entry;
        _count = entry.Number + 1;
        _byPath?.TryAdd(entry.Path, entry);
        return entry;
    }

    private Dictionary<string, Entry> ByPath()
    {
        var byPath = new Dictionary<string, Entry>(_count, StringComparer.Ordinal);
        foreach (var entry in _entries.AsSpan(0, _count))
        {
            byPath.TryAdd(entry.Path, entry);
        }

        return byPath;
    }

    private Entry EntryAt(int number)
        => (uint)number < (uint)_count ? _entries[number] : throw StateReader.NotOurs();

    private sealed class Entry(int number, string root, string? portable)
    {
        private const int NotLooked = -1;

        // Two threads that look at once find the same.
        private volatile int _kind = NotLooked;
        private string? _path = portable is null ? root : null;

        public Entry(int number, string path)
            : this(number, path, null)
        {
        }

        public int Number => number;

        /// <summary>Made absolute when somebody asks: most of those that stand in a file are never asked for.</summary>
        public string Path => _path ??= System.IO.Path.GetFullPath(portable!, root);

        public PathKind? Kind => _kind == NotLooked ? null : (PathKind)_kind;

        public PathKind Look(Func<string, PathKind> look)
        {
            var kind = look(Path);
            _kind = (int)kind;
            return kind;
        }
    }
}
