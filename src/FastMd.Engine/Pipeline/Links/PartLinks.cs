using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Links;

/// <summary>
/// The links of parts of a container: what they read is Markdown that links to the other parts by their names, all of which there are. In the output
/// they have another extension.
/// </summary>
/// <param name="extension">Extension of the outputs, with its dot.</param>
/// <param name="appends">Whether it follows the part's own extension, rather than taking its place.</param>
internal sealed class PartLinks(string extension, bool appends) : ILinkTargets
{
    private const string PartExtension = ".md";

    /// <inheritdoc/>
    public string Resolve(LinkReference link)
    {
        var url = new LocalUrl(link.Url);
        if (!url.IsRelative || !url.WrittenPath.EndsWith(PartExtension, StringComparison.OrdinalIgnoreCase))
        {
            return link.Url;
        }

        var path = url.WrittenPath;
        return string.Concat(appends ? path : path[..^PartExtension.Length], extension, url.Suffix);
    }
}
