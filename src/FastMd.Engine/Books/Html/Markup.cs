namespace FastMd.Engine.Books.Html;

/// <summary>A node of a document in HTML or XML, whichever parser read it.</summary>
internal abstract class MarkupNode
{
    /// <summary>The element that it stands in; null for the root.</summary>
    public MarkupElement? Parent { get; set; }

    /// <summary>The node before it in the same element; null for the first.</summary>
    public MarkupNode? Previous { get; set; }
}

/// <summary>Text between tags.</summary>
/// <param name="value">The text.</param>
internal sealed class MarkupText(string value) : MarkupNode
{
    public string Value => value;
}

/// <summary>An element. Its name is in small letters and has no prefix.</summary>
/// <param name="name">The name.</param>
/// <param name="attributes">Its attributes: <c>epub:type</c>, <c>xml:lang</c> and <c>xlink:href</c> with their prefixes, others without.</param>
internal sealed class MarkupElement(string name, IReadOnlyList<MarkupAttribute> attributes) : MarkupNode
{
    public string Name => name;

    public IReadOnlyList<MarkupAttribute> Attributes => attributes;

    public List<MarkupNode> Children { get; } = [];

    /// <summary>The elements in it.</summary>
    public IEnumerable<MarkupElement> Elements => Children.OfType<MarkupElement>();

    /// <summary>The value of an attribute; null where it has none.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var each in attributes)
            {
                if (each.Name == attribute)
                {
                    return each.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Its id; null where it has none that can be linked to.</summary>
    public string? Id => this["id"] is { Length: > 0 } id ? id : name == "a" && this["name"] is { Length: > 0 } old ? old : null;

    /// <summary>All text in it.</summary>
    public string Text => MarkupSearch.TextOf(this);

    /// <summary>Whether a list of words, such as <c>class</c>, has a word.</summary>
    public bool Has(string attribute, string word)
    {
        if (this[attribute] is not { } value || !value.Contains(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var each in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (each.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether its <c>epub:type</c> or its role say what it is.</summary>
    public bool IsOfType(string type, string role) => Has("epub:type", type) || Has("role", role);
}

/// <summary>An attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct MarkupAttribute(string Name, string Value);
