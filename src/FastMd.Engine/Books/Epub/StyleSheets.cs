using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>What the style sheets of a document say of classes.</summary>
internal sealed class StyleSheets
{
    private readonly Dictionary<string, TextLook> _looks = new(StringComparer.Ordinal);

    /// <summary>The style sheets of a document.</summary>
    public static StyleSheets Of(MarkupElement root, string path, ChapterServices services)
    {
        var sheets = new StyleSheets();
        var head = MarkupSearch.First(root, "head");
        if (head is null)
        {
            return sheets;
        }

        foreach (var element in head.Elements)
        {
            if (element.Name == "style")
            {
                sheets.Add(ClassRules.Parse(element.Text));
            }
            else if (element.Name == "link" && element.Has("rel", "stylesheet") && !element.Has("rel", "alternate") && element["href"] is { Length: > 0 } href
                && services.Archive.Find(EpubPath.Resolve(path, EpubPath.Split(href).Path)) is { } sheet)
            {
                sheets.Add(services.Book.RulesOf(sheet, services.Archive, services.Cancellation));
            }
        }

        return sheets;
    }

    /// <summary>How an element looks.</summary>
    public TextLook LookOf(MarkupElement element)
    {
        var look = element["style"] is { Length: > 0 } style ? ClassRules.LookOf(style) : TextLook.None;
        if (_looks.Count > 0 && element["class"] is { Length: > 0 } classes)
        {
            foreach (var name in classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                look |= _looks.GetValueOrDefault(name);
            }
        }

        return look;
    }

    private void Add(IReadOnlyDictionary<string, TextLook> rules)
    {
        foreach (var (name, look) in rules)
        {
            _looks[name] = _looks.GetValueOrDefault(name) | look;
        }
    }
}
