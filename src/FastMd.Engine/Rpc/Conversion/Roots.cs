using FastMd.Engine.Documents;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>The folders that files may be read in.</summary>
/// <param name="paths">Their absolute paths, one at least.</param>
internal sealed class Roots(IReadOnlyList<string> paths)
{
    private readonly string[] _real = [.. paths.Select(RealPath.Of)];

    /// <summary>Their absolute paths.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>The first one: relative paths are seen from it.</summary>
    public string First => paths[0];

    /// <summary>The absolute path of what a client names.</summary>
    /// <exception cref="RpcException">It is no path.</exception>
    public string Absolute(string path)
        => path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(path, First)
            : throw new RpcException(RpcErrors.InvalidParams, "A path must not be empty, or hold U+0000.");

    /// <summary>The root that a file lies under, whatever links lead to it; null where it lies under none.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public string? Of(string path)
    {
        var real = RealPath.Of(path);
        for (var i = 0; i < _real.Length; i++)
        {
            if (PathRules.IsWithin(real, _real[i]))
            {
                // Names in the tree, and what the file includes, are seen from the root as it was named, where the path is too.
                return PathRules.IsWithin(path, paths[i]) ? paths[i] : _real[i];
            }
        }

        return null;
    }

    /// <summary>The absolute path of a file to read, and the root that it lies under.</summary>
    /// <exception cref="RpcException">It lies under none, or is a pipe, a device, or something else to wait for.</exception>
    public (string Path, string Root) OfFile(string path)
    {
        var absolute = Absolute(path);
        if (LinkRule.RefuseNamed(absolute) is { } refusal)
        {
            throw new RpcException(RpcErrors.FileFailed, refusal.Format(path));
        }

        return Of(absolute) is { } root ? (absolute, root)
            : throw new RpcException(
                RpcErrors.FileFailed, OneLine.Of($"{path}: it is outside of the directories that may be read ({string.Join(", ", paths)}); start fastmd serve with another --root."));
    }
}
