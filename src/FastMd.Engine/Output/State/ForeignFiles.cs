using System.Collections.Concurrent;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>
/// Tells files that people keep in a destination from those that FastMd wrote, which alone are replaced. docs/decisions/0018-own-files.md
/// says where that can be told.
/// </summary>
/// <param name="destination">Absolute path of the destination.</param>
/// <param name="named">Absolute path of the file that was named as the output, and so is meant; null where there is none.</param>
/// <param name="replaces">Whether files of people are replaced all the same.</param>
/// <param name="owned">What FastMd wrote, as far as it is known; null where nothing is.</param>
/// <param name="isKept">Whether what this run writes is taken down.</param>
internal sealed class ForeignFiles(string destination, string? named, bool replaces, Lazy<BuildState?>? owned, bool isKept)
{
    private readonly ConcurrentDictionary<string, bool> _inPlace = new(PathRules.Comparer);
    private readonly Lazy<string> _realDestination = new(() => RealPath.Of(destination));

    /// <summary>Whether there is a file that FastMd did not write, where that counts: among the sources, or where all it wrote is known.</summary>
    /// <param name="path">Absolute path in the destination.</param>
    /// <param name="basePath">Absolute path of the folder that the source is seen from.</param>
    public bool IsForeign(string path, string basePath)
        => !replaces
            && path != named
            && new FileInfo(path).Exists
            && owned?.Value?.Knows(path) != true
            && (IsInPlace(basePath) || (isKept && owned?.Value is { KnowsAll: true }));

    /// <summary>Whether a file has a content already; then it may stay whose it is.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> content)
        => FileStamp.Of(path)?.Length == content.Length && ContentHash.OfFile(path) == ContentHash.Of(content);

    /// <summary>What there is to say of such a file.</summary>
    public static DocumentException Refusal(string path) => new(Diagnostic.Error(
        DiagnosticCodes.OutputNotOurs,
        $"'{path}' is there already, and FastMd did not write it; remove it, choose another destination, or replace it with -Force or --force."));

    private bool IsInPlace(string basePath)
        => _inPlace.GetOrAdd(basePath, folder => PathRules.IsWithin(RealPath.Of(folder), _realDestination.Value));
}
