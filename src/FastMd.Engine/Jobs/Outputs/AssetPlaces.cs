using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>
/// Keeps what people have from what is copied along: links lead to no files outside the tree, and files in the destination that FastMd did
/// not write are left alone.
/// </summary>
/// <param name="foreign">Tells files of people in the destination.</param>
/// <param name="followLinks">Which links are followed.</param>
internal sealed class AssetPlaces(ForeignFiles foreign, FollowLinks followLinks)
{
    private readonly Dictionary<string, string> _realFolders = new(PathRules.Comparer);
    private readonly Dictionary<string, LinkRule> _links = new(PathRules.Comparer);

    /// <summary>Whether a file and its place are one already, by way of a link. Not for two threads.</summary>
    /// <exception cref="DocumentException">It is no file of the tree.</exception>
    public bool IsOneFile(string asset, string target, string basePath)
    {
        if (Against(asset, basePath) is { } reason)
        {
            throw NotCopied(reason);
        }

        // A pipe or a device may never end.
        return FileStamp.Of(asset) is null
            ? throw NotCopied("it is no ordinary file, or cannot be looked at; put a file there.")
            : PathRules.Comparer.Equals(Real(target), Real(asset));
    }

    /// <summary>Why a file is not copied, whatever is in it, in words that end a sentence; null where it may be. Not for two threads.</summary>
    public string? Against(string asset, string basePath)
    {
        var relative = Path.GetRelativePath(basePath, asset);
        if (ReservedFolders.Contains(relative))
        {
            return "it lies in a folder that holds no content; put it elsewhere.";
        }

        if (!_links.TryGetValue(basePath, out var links))
        {
            _links.Add(basePath, links = new(followLinks, basePath));
        }

        var real = Real(asset);
        return links.Against(real, isLink: !PathRules.Comparer.Equals(real, Path.Combine(RealFolder(basePath), relative)));
    }

    /// <summary>Whether a foreign file with the same content is there already: it stays.</summary>
    /// <exception cref="DocumentException">Somebody has another content there.</exception>
    public bool IsUsers(OutputOrigin origin, string target, CancellationToken cancellation)
        => foreign.IsForeign(target, origin.BasePath)
            && (HasSameContent(origin.Source, target, cancellation)
                ? true
                : throw NotCopied($"'{target}' is another file, and FastMd did not write it; remove it, choose another destination, or replace it with -Force or --force."));

    /// <summary>Whether two files have one content.</summary>
    public static bool HasSameContent(string path, string other, CancellationToken cancellation)
        => FileStamp.Of(path) is { } stamp && FileStamp.Of(other)?.Length == stamp.Length && ContentHash.OfFile(path, cancellation) == ContentHash.OfFile(other, cancellation);

    private static DocumentException NotCopied(string reason) => new(Diagnostic.Error(DiagnosticCodes.AssetNotCopied, reason));

    private string Real(string path)
    {
        var here = Path.Combine(RealFolder(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is null ? here : RealPath.Of(here);
    }

    private string RealFolder(string folder)
    {
        if (!_realFolders.TryGetValue(folder, out var real))
        {
            _realFolders.Add(folder, real = RealPath.Of(folder));
        }

        return real;
    }
}
