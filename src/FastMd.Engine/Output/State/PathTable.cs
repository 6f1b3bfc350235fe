using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Output.State;

/// <summary>
/// The paths of a state, each written once and then referred to by number: a folder, and a name in it. Folders are stored relative to the
/// destination, so that a checkout can be moved as a whole; what exists at a path is looked up once. Reads are thread-safe.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="look">Looks up what exists under a name in a folder, which is given by its absolute path.</param>
internal sealed class PathTable(string destination, Func<string, string, PathKind> look)
{
    private readonly List<string> _folders = [];

    // Append-only: an entry is stored before the count includes it, so readers need no lock.
    private volatile Entry[] _entries = new Entry[256];
    private volatile int _count;

    // Created when the first path is recorded: a run without changes needs no numbers.
    private Dictionary<string, int>? _byPath;
    private Dictionary<string, int>? _byFolder;

    /// <summary>How a path is written.</summary>
    public static string Portable(string destination, string path)
    {
        // Outputs usually lie in the destination; a prefix comparison is cheaper than splitting both paths.
        var relative = path.Length > destination.Length + 1
            && path[destination.Length] == Path.DirectorySeparatorChar
            && path.StartsWith(destination, StringComparison.Ordinal)
            ? path[(destination.Length + 1)..]
            : Path.GetRelativePath(destination, path);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Adds a folder read from the file.</summary>
    /// <exception cref="InvalidDataException">It can be none.</exception>
    public void ReadFolder(string portable) => _folders.Add(Path.GetFullPath(ValidText(portable), destination));

    /// <summary>Adds a path read from the file.</summary>
    /// <exception cref="InvalidDataException">It can be none.</exception>
    public void ReadPath(long folder, string name)
        => Add(new(new((ulong)folder < (ulong)_folders.Count ? _folders[(int)folder] : throw RecordReader.InvalidRecord(), ValidText(name))));

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

    /// <summary>The same, as folder and name.</summary>
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
            throw RecordReader.InvalidRecord();
        }
    }

    private static string ValidText(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw RecordReader.InvalidRecord() : text;

    /// <summary>A trailing separator, which requires a folder, belongs to the name.</summary>
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
        => (uint)number < (uint)_count ? _entries[number] : throw RecordReader.InvalidRecord();

    private sealed class Entry(Place place)
    {
        private const int NotLooked = -1;

        // Two threads that look at the same time get the same answer.
        private volatile int _kind = NotLooked;
        private string? _path;

        /// <summary>Joined on demand: most paths of a state are never asked for.</summary>
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
