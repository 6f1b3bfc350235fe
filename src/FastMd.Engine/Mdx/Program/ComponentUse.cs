using System.Globalization;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Which components and tags a document's content looks up.</summary>
/// <param name="defined">The names that are bound there: those the document imports or declares itself, and parameters.</param>
internal sealed class ComponentUse(IReadOnlySet<string> defined)
{
    // Each member on the way is checked to be there, by its whole path.
    private const int MostMembers = 100;

    // Sorted when they are written: that is once, and they are looked up for each element.
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _oddTags = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComponentReference> _references = new(StringComparer.Ordinal);

    /// <summary>Tags that can be replaced by components.</summary>
    public IReadOnlyCollection<string> Tags => _tags.Keys;

    /// <summary>Those of them that are no names of JavaScript, and the variables that stand for them.</summary>
    public IReadOnlyDictionary<string, string> OddTags => _oddTags;

    /// <summary>What is taken from the components that are passed or provided, in order.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>What must be there.</summary>
    public IReadOnlyDictionary<string, ComponentReference> References => _references;

    /// <summary>Records a tag that can be replaced by a component.</summary>
    /// <returns>The expression that stands for it.</returns>
    public string AddTag(string name)
    {
        if (!_tags.TryGetValue(name, out var expression))
        {
            expression = $"_components.{name}";
            if (!Identifiers.IsName(name))
            {
                expression = string.Create(CultureInfo.InvariantCulture, $"_component{_oddTags.Count}");
                _oddTags.Add(name, expression);
            }

            _tags.Add(name, expression);
        }

        return expression;
    }

    /// <summary>Records the name of an element that the author wrote.</summary>
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
        var isKnown = isBound || root == "this" || defined.Contains(root);
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
        if (path.AsSpan().Count('.') > MostMembers)
        {
            throw Rejection.Compilation(
                "", -1, $"The component '{path.AsSpan(0, 40)}…' is a member of a member, and so on, more than {MostMembers} times; give it a name of its own.", "name-too-long");
        }

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

/// <summary>Something a document's content needs to be there.</summary>
/// <param name="IsComponent">Whether it is rendered, not only looked into.</param>
/// <param name="Start">Where it is first named in the document; negative where that is not known.</param>
/// <param name="End">The offset after it.</param>
internal sealed record ComponentReference(bool IsComponent, int Start, int End);
