namespace FastMd.Faults.Trees;

/// <summary>Source files in memory, by their path.</summary>
internal sealed class SourceTree(IReadOnlyDictionary<string, byte[]> files)
{
    private const int ChangedEvery = 3;
    private const int RemovedEvery = 10;

    private static readonly byte[] Change = "\n\nThis was added.\n"u8.ToArray();

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public long Bytes => files.Values.Sum(content => (long)content.Length);

    public static SourceTree Read(string folder)
        => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes, StringComparer.Ordinal));

    public SourceTree With(IEnumerable<KeyValuePair<string, byte[]>> more)
        => new(files.Concat(more).ToDictionary(StringComparer.Ordinal));

    /// <summary>The next version: every third page changed, some gone, some new, every third asset changed.</summary>
    public SourceTree Evolve()
    {
        var evolved = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (index, (path, bytes)) in files.OrderBy(file => file.Key, StringComparer.Ordinal).Index())
        {
            if (index % RemovedEvery == 1)
            {
                evolved[Path.Combine("new", path)] = bytes;
            }
            else
            {
                evolved[path] = index % ChangedEvery == 0 ? [.. bytes, .. Change] : bytes;
            }
        }

        return new(evolved);
    }

    /// <summary>Makes a folder hold these files and nothing else. What is so already stays untouched.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).ToList())
        {
            var name = Path.GetRelativePath(folder, entry);
            if (Directory.Exists(entry) && files.ContainsKey(name))
            {
                Directory.Delete(entry, recursive: true);
            }
            else if (File.Exists(entry) && !(files.TryGetValue(name, out var content) && IsPlain(entry) && File.ReadAllBytes(entry).AsSpan().SequenceEqual(content)))
            {
                File.Delete(entry);
            }
        }

        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }
        }
    }

    /// <summary>What differs in a folder from these files; null where nothing does.</summary>
    public string? DifferenceIn(string folder)
    {
        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).ToHashSet();
        return files.Keys.FirstOrDefault(name => !there.Contains(name)) is { } missing ? $"'{missing}' is missing"
            : there.FirstOrDefault(name => !files.ContainsKey(name)) is { } spare ? $"'{spare}' is new"
            : files.FirstOrDefault(file => !File.ReadAllBytes(Path.Combine(folder, file.Key)).AsSpan().SequenceEqual(file.Value)).Key is { } other ? $"'{other}' has other bytes"
            : null;
    }

    /// <summary>A pipe would have whoever reads it wait.</summary>
    private static bool IsPlain(string path) => new FileInfo(path) is { LinkTarget: null, Length: > 0 };
}
