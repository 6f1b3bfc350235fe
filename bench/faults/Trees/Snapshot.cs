using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace FastMd.Faults.Trees;

/// <summary>The files of a destination, by their path in it, each with a hash of its bytes; but what FastMd keeps for itself.</summary>
/// <param name="Files">The files that have their names for good.</param>
/// <param name="Temporary">Paths of files that FastMd had not finished.</param>
internal sealed partial record Snapshot(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Temporary)
{
    private const string State = ".fastmd";

    public static Snapshot Of(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).ToList();
        var files = all
            .Where(path => !path.Split('/').Contains(State) && !IsTemporary(path))
            .ToDictionary(path => path, path => HashOf(Path.Combine(folder, path)), StringComparer.Ordinal);
        return new(files, [.. all.Where(IsTemporary)]);
    }

    /// <summary>Whether a file has a content.</summary>
    public bool Has(string path, string hash) => Files.TryGetValue(path, out var own) && own == hash;

    /// <summary>How this differs from what is expected; null where it does not.</summary>
    public string? DifferenceFrom(Snapshot expected)
        => expected.Files.Keys.Except(Files.Keys).Order().FirstOrDefault() is { } missing ? $"'{missing}' is missing"
            : Files.Keys.Except(expected.Files.Keys).Order().FirstOrDefault() is { } spare ? $"'{spare}' should not be there"
            : Files.FirstOrDefault(file => !expected.Has(file.Key, file.Value)).Key is { } other ? $"'{other}' has other bytes"
            : null;

    public static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private static bool IsTemporary(string path) => TemporaryName().IsMatch(Path.GetFileName(path));

    [GeneratedRegex(@"^\.fastmd-[0-9a-f]{12}-\d+\.tmp$")]
    private static partial Regex TemporaryName();
}
