using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Gfm.Tables;
using FastMd.Engine.Safety;

namespace FastMd.Engine.Markdown.References;

/// <summary>What refers to something, and what can be referred to, in the document that is being rendered.</summary>
/// <param name="source">The whole source, front matter included.</param>
/// <param name="body">The end of it, which is rendered.</param>
/// <param name="links">Answers where a reference leads.</param>
/// <param name="guard">Drops addresses that may not be written; null where all may.</param>
internal sealed class DocumentReferences(string source, string body, ILinkTargets links, AddressGuard? guard = null)
{
    private readonly SourceLines _lines = new(source);
    private readonly List<string> _anchors = [];

    /// <summary>The whole source, front matter included.</summary>
    public string Source => source;

    /// <summary>The end of it, which is rendered.</summary>
    public string Body => body;

    /// <summary>Ids besides those of headings.</summary>
    public IReadOnlyList<string> Anchors => _anchors;

    /// <summary>The table cell that is being rendered, if its text is not the source's; null elsewhere.</summary>
    public EscapedCell? Cell { get; set; }

    /// <summary>Whether any HTML of the author's was written.</summary>
    public bool HasRawHtml { get; set; }

    /// <summary>The element begun in raw HTML whose content is no HTML, such as <c>script</c>; null outside of one.</summary>
    public string? OpenElement { get; set; }

    /// <summary>The URL to write for one found.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="offset">Where the reference begins in the rendered part.</param>
    public string Resolve(string url, LinkKind kind, int offset)
    {
        var (line, column) = _lines.At(source.Length - body.Length + (Cell?.SourceOffset(offset) ?? offset));
        var resolved = links.Resolve(new(url, kind, line, column));
        return guard is null ? resolved : guard.Pass(resolved, kind, line, column);
    }

    /// <summary>Takes over what was found in a document that this one includes.</summary>
    public void Take(DocumentReferences included)
    {
        _anchors.AddRange(included.Anchors);
        HasRawHtml |= included.HasRawHtml;
    }

    /// <summary>The ids of headings, and those besides.</summary>
    public List<string> AnchorsWith(IReadOnlyList<Heading> headings)
    {
        var anchors = new List<string>(headings.Count + _anchors.Count);
        foreach (var heading in headings)
        {
            if (heading.Id is { } id)
            {
                anchors.Add(id);
            }
        }

        anchors.AddRange(_anchors);
        return anchors;
    }

    /// <summary>Records an id that was written.</summary>
    public void AddAnchor(string id) => _anchors.Add(id);
}
