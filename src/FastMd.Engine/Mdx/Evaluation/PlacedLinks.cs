using FastMd.Engine.Documents;

namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>The links of a document that is included: relative ones lead on from its own folder, and are reported where it is included.</summary>
/// <param name="folderUrl">Relative address of its folder, seen from the document that includes.</param>
/// <param name="resolve">Resolves an address for the document that includes.</param>
internal sealed class PlacedLinks(string folderUrl, Func<string, LinkKind, string> resolve) : ILinkTargets
{
    /// <inheritdoc/>
    public string Resolve(LinkReference link) => resolve(IsRelative(link.Url) ? folderUrl + link.Url : link.Url, link.Kind);

    private static bool IsRelative(string url)
        => url.Length > 0 && url[0] is not ('/' or '#' or '?' or '\\')
            && !url.AsSpan(0, url.AsSpan().IndexOfAny("/?#") is >= 0 and var end ? end : url.Length).Contains(':');
}
