using FastMd.Engine.Documents;

namespace FastMd.Engine.Output.State;

/// <summary>A path that was looked up while an output was made; a different answer could have made a different output.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Kind">What was there.</param>
/// <param name="IsAsset">Whether it is a file to be copied along.</param>
internal sealed record LookedUp(string Path, PathKind Kind, bool IsAsset)
{
    /// <summary>What was looked up for a document's links.</summary>
    /// <param name="lookups">All of it, in order.</param>
    /// <param name="assets">The files among it that are to be copied, in the same order.</param>
    public static IReadOnlyList<LookedUp> Of(IReadOnlyList<LinkLookup> lookups, IReadOnlyList<string> assets)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        ArgumentNullException.ThrowIfNull(assets);
        var next = 0;
        var lookedUp = new LookedUp[lookups.Count];
        for (var i = 0; i < lookedUp.Length; i++)
        {
            var isAsset = next < assets.Count && assets[next] == lookups[i].Path;
            lookedUp[i] = new(lookups[i].Path, lookups[i].Kind, isAsset);
            next += isAsset ? 1 : 0;
        }

        return lookedUp;
    }
}
