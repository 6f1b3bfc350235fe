using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>Where keys of a template are looked up: the items of the sections around them, then the page, then its front matter.</summary>
internal sealed class PageScope(Page page)
{
    private readonly List<object?> _items = [];

    private TableOfContents? _contents;

    public TableOfContents Contents => _contents ??= new(page.Document.Headings);

    /// <summary>Whether this place is in a section.</summary>
    public bool IsInSection => _items.Count > 0;

    public void Enter(object? item) => _items.Add(item);

    public void Leave() => _items.RemoveAt(_items.Count - 1);

    /// <summary>Looks a key up; false where nobody has it.</summary>
    public bool TryFind(string key, out object? value)
    {
        if (key == TemplateKeys.Item)
        {
            value = IsInSection ? _items[^1] : null;
            return IsInSection;
        }

        for (var i = _items.Count - 1; i >= 0; i--)
        {
            if (_items[i] is IReadOnlyDictionary<string, object?> item && TryFind(item, key, out value))
            {
                return true;
            }
        }

        return TryFindOfPage(key, out value);
    }

    private bool TryFindOfPage(string key, out object? value)
    {
        value = key switch
        {
            TemplateKeys.Title => page.Title,
            TemplateKeys.Heading => page.Heading,
            TemplateKeys.Root => page.Root,
            TemplateKeys.Content => page.Content.Length > 0,
            TemplateKeys.Contents => Contents.IsWorthShowing,
            TemplateKeys.MathScript => page.MathScript,
            TemplateKeys.MermaidScript => page.MermaidScript,
            TemplateKeys.MermaidModule => page.IsMermaidModule,
            TemplateKeys.Components => page.Document.Features.HasFlag(DocumentFeatures.Components) ? true : null,
            TemplateKeys.CopyButton => page.HasCopyButton,
            _ => null,
        };
        return value is not null || (page.Document.FrontMatter is { } data && TryFind(data, key, out value));
    }

    /// <summary>Finds <c>a.b</c> under that very name, or else <c>b</c> in <c>a</c>.</summary>
    private static bool TryFind(IReadOnlyDictionary<string, object?> data, string key, out object? value)
    {
        if (data.TryGetValue(key, out value))
        {
            return true;
        }

        for (var dot = key.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = key.IndexOf('.', dot + 1))
        {
            if (data.TryGetValue(key[..dot], out var outer)
                && outer is IReadOnlyDictionary<string, object?> inner
                && TryFind(inner, key[(dot + 1)..], out value))
            {
                return true;
            }
        }

        return false;
    }
}
