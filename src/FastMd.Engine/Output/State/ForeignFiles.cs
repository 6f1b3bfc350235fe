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
/// <param name="state">What FastMd wrote, as far as it is known.</param>
internal sealed class ForeignFiles(string destination, string? named, bool replaces, DestinationState state)
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
            && state.Known?.IsRecorded(path) != true
            && (IsInPlace(basePath) || state.Recorded is { IsComplete: true });

    /// <summary>Whether a file has a content already; then it may stay whose it is.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="length">Size of the content in bytes.</param>
    /// <param name="hash">Gives its hash.</param>
    public static bool Holds(string path, long length, Func<ContentHash> hash)
        => FileStamp.Of(path)?.Length == length && ContentHash.OfFile(path) == hash();

    /// <summary>What there is to say of such a file.</summary>
    public static DocumentException Refusal(string path) => new(Diagnostic.Error(
        DiagnosticCodes.OutputNotOurs,
        $"'{path}' is there already, and FastMd did not write it; remove it, choose another destination, or replace it with -Force or --force."));

    private bool IsInPlace(string basePath)
        => _inPlace.GetOrAdd(basePath, folder => PathRules.IsWithin(RealPath.Of(folder), _realDestination.Value));
}
