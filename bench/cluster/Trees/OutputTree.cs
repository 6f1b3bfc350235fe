using System.Security.Cryptography;

namespace FastMd.Cluster.Bench.Trees;

/// <summary>What a destination holds, but what FastMd keeps for itself: each file by its path in it, with a hash of its bytes.</summary>
/// <param name="Files">The files that have their names for good.</param>
/// <param name="Temporary">Paths of files that were not finished, FastMd's own folder included.</param>
internal sealed record OutputTree(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Temporary)
{
    private const string State = ".fastmd";
    private const string OutputExtension = ".html";

    public static OutputTree Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new(new Dictionary<string, string>(), []);
        }

        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).ToList();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in all.Where(static path => !path.StartsWith($"{State}/", StringComparison.Ordinal) && !IsTemporary(path)))
        {
            try
            {
                files[path] = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))));
            }
            catch (FileNotFoundException)
            {
                // It went meanwhile, and so it is lost.
            }
        }

        return new(files, [.. all.Where(IsTemporary).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Paths of an expected tree that are not here.</summary>
    public IReadOnlyList<string> Lost(OutputTree expected) => [.. expected.Files.Keys.Where(path => !Files.ContainsKey(path)).Order(StringComparer.Ordinal)];

    /// <summary>Paths whose bytes are not those expected, and paths that should not be here.</summary>
    public IReadOnlyList<string> Torn(OutputTree expected)
        => [.. Files.Where(file => !expected.Files.TryGetValue(file.Key, out var hash) || hash != file.Value).Select(static file => file.Key).Order(StringComparer.Ordinal)];

    /// <summary>How many outputs of documents a destination holds at this moment.</summary>
    public static int Count(string folder) => Outputs(folder).Count();

    /// <summary>When each output of a document was written that a destination holds at this moment.</summary>
    public static IReadOnlyDictionary<string, DateTime> Times(string folder)
        => Outputs(folder).ToDictionary(static path => path, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    /// <summary>Outputs that were written again since.</summary>
    public static int WrittenAgain(IReadOnlyDictionary<string, DateTime> times) => times.Count(static output => File.GetLastWriteTimeUtc(output.Key) != output.Value);

    private static IEnumerable<string> Outputs(string folder)
        => Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + OutputExtension, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 })
            : [];

    private static bool IsTemporary(string path)
        => Path.GetFileName(path) is var name && name.StartsWith(".fastmd-", StringComparison.Ordinal) && name.EndsWith(".tmp", StringComparison.Ordinal);
}
