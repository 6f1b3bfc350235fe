using System.Net;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Ids that links lead to, until there is text that they can stand before.</summary>
internal sealed class FlowAnchors
{
    private readonly List<string> _waiting = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public bool HasAny => _waiting.Count > 0;

    /// <summary>Has an id wait. One that was there before is no place of its own.</summary>
    public void Add(string id)
    {
        if (_written.Add(id))
        {
            _waiting.Add(id);
        }
    }

    /// <summary>Those that wait.</summary>
    public List<Node> Take()
    {
        List<Node> anchors = [.. _waiting.Select(static id => new InlineHtml($"<a id=\"{WebUtility.HtmlEncode(id)}\"></a>"))];
        _waiting.Clear();
        return anchors;
    }
}
