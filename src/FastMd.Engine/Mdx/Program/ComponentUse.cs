using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Which components and tags a document's content looks up.</summary>
/// <param name="defined">The names the document imports or declares itself.</param>
internal sealed class ComponentUse(IReadOnlySet<string> defined)
{
    private readonly SortedSet<string> _tags = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ComponentReference> _references = new(StringComparer.Ordinal);

    /// <summary>Tags that Markdown stands for, in order.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>What is taken from the components that are passed or provided, in order.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>What must be there, in order.</summary>
    public IReadOnlyDictionary<string, ComponentReference> References => _references;

    /// <summary>Notes a tag that Markdown stands for.</summary>
    public void AddTag(string name) => _tags.Add(name);

    /// <summary>Notes the name of an element that the author wrote.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isBound">Whether the code around it binds that name.</param>
    /// <param name="isInFunction">Whether it stands in a function of its own.</param>
    /// <param name="start">Where it stands in the document.</param>
    /// <param name="end">The offset after it.</param>
    public void AddName(JsxName name, bool isBound, bool isInFunction, int start, int end)
    {
        if (name.Kind is JsxNameKind.Tag or JsxNameKind.Namespaced)
        {
            return;
        }

        var root = name.Root;
        var isKnown = isBound || defined.Contains(root);
        if (!isKnown)
        {
            _names.Add(root);
        }

        if (!isKnown || (name.Kind == JsxNameKind.Member && !isInFunction))
        {
            AddReference(name.Text, new(true, start, end));
        }
    }

    private void AddReference(string path, ComponentReference reference)
    {
        if (!_references.TryAdd(path, reference))
        {
            if (_references[path].IsComponent)
            {
                return;
            }

            _references[path] = reference;
        }

        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            _references.TryAdd(path[..dot], reference with { IsComponent = false });
        }
    }
}
