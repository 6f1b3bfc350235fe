using System.Collections.Concurrent;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>How paths are called between machines: those inside of a folder relative to it, with slashes, others as they are.</summary>
/// <param name="folder">Absolute path of the folder.</param>
/// <param name="limit">Absolute path of the folder that all of them have to be in on this machine; the same folder where it is null.</param>
internal sealed class WirePaths(string folder, string? limit = null)
{
    private readonly string _folder = Path.TrimEndingDirectorySeparator(folder);
    private readonly string _limit = Path.TrimEndingDirectorySeparator(limit ?? folder);
    private readonly ConcurrentDictionary<string, bool> _inside = new(StringComparer.Ordinal);
    private readonly Lazy<string> _real = new(() => RealPath.Of(limit ?? folder));

    /// <summary>Absolute path of the folder.</summary>
    public string Folder => _folder;

    /// <summary>What a path of this machine is called on the way.</summary>
    /// <param name="path">Absolute path.</param>
    public string Of(string path) => PathRules.IsWithin(path, _folder) ? PathRules.Relative(_folder, path).Replace('\\', '/') : path;

    /// <summary>The folder that is called so on the way, on this machine: it has to lie in the folder, links followed.</summary>
    /// <param name="name">What <see cref="Of"/> made on another machine.</param>
    /// <exception cref="InvalidDataException">It lies elsewhere.</exception>
    public string ToLocal(string name) => Local(name) is var path && IsInside(path) ? path : throw Outside(name);

    /// <summary>The file that is called so on the way, to be read: it has to lie in the folder, and so has what it leads to where it is a link.</summary>
    /// <inheritdoc cref="ToLocal"/>
    public string ToSource(string name)
        => ToOutput(name) is var path && (new FileInfo(path).LinkTarget is null || PathRules.IsWithin(RealPath.Of(path), _real.Value)) ? path : throw Outside(name);

    /// <summary>The file that is called so on the way, to be replaced: its folder has to lie in the folder.</summary>
    /// <inheritdoc cref="ToLocal"/>
    public string ToOutput(string name)
        => Local(name) is var path && path.Length > _limit.Length && IsInside(Path.GetDirectoryName(path)!) ? path : throw Outside(name);

    private string Local(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw Outside(name);
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name, _folder));
        return PathRules.IsWithin(path, _limit) ? path : throw Outside(name);
    }

    // Many documents lie in one folder.
    private bool IsInside(string folder) => _inside.GetOrAdd(folder, path => PathRules.IsWithin(RealPath.Of(path), _real.Value));

    private InvalidDataException Outside(string name)
        => new($"'{OneLine.Of(name)}' is not in '{_limit}', which is all that this worker reads or writes (--base, --output)");
}
