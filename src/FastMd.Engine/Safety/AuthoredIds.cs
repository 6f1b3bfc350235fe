using FastMd.Engine.Documents;

namespace FastMd.Engine.Safety;

/// <summary>
/// Ids and names that an author gives in HTML. Scripts of a page find elements by them as by names of variables, so they get a prefix that
/// no script looks for, as on GitHub; links within the document follow. What FastMd itself gives ids, headings and footnotes, keeps them.
/// </summary>
/// <param name="headings">The document's headings.</param>
/// <param name="anchors">All ids in the document.</param>
internal sealed class AuthoredIds(IReadOnlyList<Heading> headings, IReadOnlyCollection<string> anchors)
{
    private const string Prefix = "user-content-";
    private const string FootnoteLabel = "footnote-label";

    private readonly HashSet<string> _headings = [.. headings.Select(heading => heading.Id).OfType<string>()];
    private readonly HashSet<string> _anchors = [.. anchors];
    private readonly HashSet<string> _linked = [];
    private readonly List<string> _written = [];

    /// <summary>The ids that links can lead to now.</summary>
    public IReadOnlyList<string> Anchors
    {
        get
        {
            var written = _written.ToHashSet();
            return [.. anchors.Where(IsOwn), .. written, .. _linked.Where(id => written.Contains(Prefix + id))];
        }
    }

    /// <summary>The id to write.</summary>
    /// <param name="id">An id or a name.</param>
    public string Of(string id)
    {
        if (IsOwn(id))
        {
            return id;
        }

        _written.Add(Prefix + id);
        return Prefix + id;
    }

    /// <summary>The address to write.</summary>
    /// <param name="address">The address of a link.</param>
    public string Follow(string address)
    {
        if (address is not ['#', .. { Length: > 0 } fragment])
        {
            return address;
        }

        var id = fragment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment) : fragment;
        if (IsOwn(id) || !_anchors.Contains(id))
        {
            return address;
        }

        _linked.Add(id);
        return $"#{Prefix}{fragment}";
    }

    private bool IsOwn(string id)
        => _headings.Contains(id) || id == FootnoteLabel || id.StartsWith(Prefix, StringComparison.Ordinal) || IsFootnote(id);

    /// <summary>Whether it is what Markdown's footnotes have: <c>fn1</c>, <c>fnref1</c>, <c>fnref1-2</c>.</summary>
    private static bool IsFootnote(string id)
    {
        var number = id.AsSpan(id.StartsWith("fnref", StringComparison.Ordinal) ? 5 : id.StartsWith("fn", StringComparison.Ordinal) ? 2 : id.Length);
        return !number.IsEmpty && char.IsAsciiDigit(number[0]) && !number.ContainsAnyExceptInRange('-', '9');
    }
}
