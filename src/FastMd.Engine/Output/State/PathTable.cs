using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The paths a state speaks of, each written once and named by its number: a folder, and a name in it. Folders are kept relative to the
/// destination, so that a checkout can be moved as a whole; what is at a path is looked up once. Reading it is safe for any number of
/// threads.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="look">Looks up what exists under a name in a folder, which is given by its absolute path.</param>
internal sealed class PathTable(string destination, Func<string, string, PathKind> look)
{
    private readonly List<string> _folders = [];

    // Grows at its end only, and an entry is in before the count says so: readers need no lock.
    private volatile Entry[] _entries = new Entry[256];
    private volatile int _count;

    // Made when a path is first recorded: a run that finds nothing to do asks for no numbers.
    private Dictionary<string, int>? _byPath;
    private Dictionary<string, int>? _byFolder;

    /// <summary>How a path is written.</summary>
    public static string Portable(string destination, string path)
    {
        // Outputs are in the destination: that one is a part of the other is seen without taking both apart.
        var relative = path.Length > destination.Length + 1
            && path[destination.Length] == Path.DirectorySeparatorChar
            && path.StartsWith(destination, StringComparison.Ordinal)
            ? path[(destination.Length + 1)..]
            : Path.GetRelativePath(destination, path);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Records a folder that stands in the file.</summary>
    /// <exception cref="InvalidDataException">It can be none.</exception>
    public void ReadFolder(string portable) => _folders.Add(Path.GetFullPath(ValidText(portable), destination));

    /// <summary>Records a path that stands in the file.</summary>
    /// <exception cref="InvalidDataException">It can be none.</exception>
    public void ReadPath(long folder, string name)
        => Add(new(new((ulong)folder < (ulong)_folders.Count ? _folders[(int)folder] : throw StateReader.InvalidRecord(), ValidText(name))));

    /// <summary>The number of an absolute path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="log">Is notified of a path that is new.</param>
    public int NumberOf(string path, IPathLog log)
    {
        _byPath ??= ByPath();
        if (!_byPath.TryGetValue(path, out var number))
        {
            var (folder, name) = Split(path);
            log.Record(FolderNumberOf(folder, log), name);
            number = Add(new(new(folder, name)));
            _byPath.Add(path, number);
        }

        return number;
    }

    /// <summary>The absolute path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public string this[int number] => EntryAt(number).Path;

    /// <summary>The same, not put together.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public Place PlaceOf(int number) => EntryAt(number).Place;

    /// <summary>What there is at the path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none of that number.</exception>
    public PathKind KindAt(int number) => EntryAt(number).Look(look);

    /// <summary>Ensures that there is a path of a number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public void Verify(long number)
    {
        if ((ulong)number >= (ulong)_count)
        {
            throw StateReader.InvalidRecord();
        }
    }

    private static string ValidText(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw StateReader.InvalidRecord() : text;

    /// <summary>A separator at the end, which asks for a folder, belongs to the name.</summary>
    private static (string Folder, string Name) Split(string path)
    {
        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path;
        return (folder, path[folder.Length..].TrimStart(Path.DirectorySeparatorChar));
    }

    private int FolderNumberOf(string folder, IPathLog log)
    {
        _byFolder ??= NumbersOf(_folders);
        if (!_byFolder.TryGetValue(folder, out var number))
        {
            log.Record(Portable(destination, folder));
            number = _folders.Count;
            _folders.Add(folder);
            _byFolder.Add(folder, number);
        }

        return number;
    }

    private int Add(Entry entry)
    {
        var entries = _entries;
        var number = _count;
        if (number == entries.Length)
        {
            Array.Resize(ref entries, 2 * number);
            _entries = entries;
        }

        entries[number] = entry;
        _count = number + 1;
        return number;
    }

    private Dictionary<string, int> ByPath() => NumbersOf(_entries.Take(_count).Select(entry => entry.Path));

    private static Dictionary<string, int> NumbersOf(IEnumerable<string> texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 0;
        foreach (var text in texts)
        {
            numbers.TryAdd(text, next++);
        }

        return numbers;
    }

    private Entry EntryAt(int number)
        => (uint)number < (uint)_count ? _entries[number] : throw StateReader.InvalidRecord();

    private sealed class Entry(Place place)
    {
        private const int NotLooked = -1;

        // Two threads that look at once find the same.
        private volatile int _kind = NotLooked;
        private string? _path;

        /// <summary>Put together when somebody asks: most of those that stand in a file are never asked for.</summary>
        public string Path => _path ??= place.Path;

        public Place Place => place;

        public PathKind Look(Func<string, string, PathKind> look)
        {
            if (_kind == NotLooked)
            {
                _kind = (int)look(place.Folder, place.Name);
            }

            return (PathKind)_kind;
        }
    }
}

/// <summary>Records what is new in a <see cref="PathTable"/>, before anything refers to it.</summary>
internal interface IPathLog
{
    /// <summary>A folder, relative to the destination; its number is that of the folders before it.</summary>
    void Record(string portableFolder);

    /// <summary>A name in a folder of that number.</summary>
    void Record(int folder, string name);
}
