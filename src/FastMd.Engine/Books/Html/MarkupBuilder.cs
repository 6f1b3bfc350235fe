namespace FastMd.Engine.Books.Html;

/// <summary>Puts a document together. Elements that nest deeper than anyone writes are left out, and what is in them stays.</summary>
internal sealed class MarkupBuilder
{
    /// <summary>How many elements may stand within each other: what is written level by level needs a part of the smallest stack for that.</summary>
    public const int Deepest = 256;

    private readonly MarkupElement _root = new("#document", []);
    private MarkupElement _open;
    private int _depth;
    private int _below;

    public MarkupBuilder() => _open = _root;

    /// <summary>Begins an element.</summary>
    public void Open(string name, IReadOnlyList<MarkupAttribute> attributes)
    {
        if (_depth >= Deepest)
        {
            _below++;
            return;
        }

        var element = new MarkupElement(name, attributes);
        Add(element);
        _open = element;
        _depth++;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public void Close()
    {
        if (_below > 0)
        {
            _below--;
        }
        else if (_open.Parent is { } parent)
        {
            _open = parent;
            _depth--;
        }
    }

    /// <summary>Adds text.</summary>
    public void Text(string text)
    {
        if (text.Length > 0)
        {
            Add(new MarkupText(text));
        }
    }

    private void Add(MarkupNode node)
    {
        node.Parent = _open;
        node.Previous = _open.Children is [.., var before] ? before : null;
        _open.Children.Add(node);
    }

    /// <summary>The document: an element that holds the outermost one.</summary>
    public MarkupElement Finish() => _root;
}
