using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>A place in a book.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">The id; empty for the file as a whole.</param>
internal readonly record struct BookPlace(string Path, string Id);

/// <summary>A link, as it was found in a chapter.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Ids">The ids that lead to it: its own, and those of what it stands in, up to its block.</param>
/// <param name="Units">The blocks with ids that it stands in.</param>
/// <param name="IsReference">Whether the author says that it refers to a note.</param>
/// <param name="IsBack">Whether the author says that it leads back from one.</param>
/// <param name="IsMark">Whether it looks like the mark of a note: a number, or a star.</param>
/// <param name="IsArrow">Whether it looks like what leads back.</param>
internal sealed record ScannedLink(BookPlace Target, IReadOnlyList<string> Ids, IReadOnlyList<int> Units, bool IsReference, bool IsBack, bool IsMark, bool IsArrow);

/// <summary>A block that an id leads to.</summary>
/// <param name="Number">Number of its element in the document.</param>
/// <param name="IsNote">Whether the author says that it is a note.</param>
/// <param name="MayBeNote">Whether it may be one: it is no heading, and holds none.</param>
/// <param name="Back">Where the links at its edges lead.</param>
internal sealed record ScannedUnit(int Number, bool IsNote, bool MayBeNote, IReadOnlyList<BookPlace> Back);

/// <summary>What of a chapter others need to know: what can be linked to, and what it links to. The elements themselves are known while it is converted.</summary>
internal sealed class DocumentScan
{
    private readonly Dictionary<string, ScannedUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<MarkupElement, int> _numbers = [];
    private readonly Dictionary<MarkupElement, int> _linkNumbers = [];

    private DocumentScan(string path) => Path = path;

    public string Path { get; }

    /// <summary>Its links to places in the book, in order.</summary>
    public List<ScannedLink> Links { get; } = [];

    /// <summary>All ids.</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The files it shows, plays or links to, as they are written.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Looks through a document.</summary>
    public static DocumentScan Of(MarkupElement root, string path, CancellationToken cancellation)
    {
        var scan = new DocumentScan(path);
        var anchors = new List<MarkupElement>();
        var number = 0;
        foreach (var element in MarkupSearch.Below(root))
        {
            cancellation.ThrowIfCancellationRequested();
            scan._numbers[element] = number++;
            if (element.Id is { } id && scan.Ids.Add(id))
            {
                anchors.Add(element);
            }

            scan.AddFiles(element);
        }

        foreach (var element in anchors)
        {
            if (NoteShape.UnitOf(element) is { } unit)
            {
                scan._units.TryAdd(element.Id!, NoteShape.Of(unit, element, scan._numbers[unit], path));
            }
        }

        foreach (var element in MarkupSearch.Below(root).Where(static element => element.Name == "a"))
        {
            if (scan.LinkOf(element) is { } link)
            {
                scan._linkNumbers[element] = scan.Links.Count;
                scan.Links.Add(link);
            }
        }

        return scan;
    }

    /// <summary>The block that an id leads to; null where it leads into the midst of one.</summary>
    public ScannedUnit? UnitOf(string id) => _units.GetValueOrDefault(id);

    /// <summary>The number of a link among those to places in the book; negative where it is none.</summary>
    public int NumberOf(MarkupElement link) => _linkNumbers.GetValueOrDefault(link, -1);

    /// <summary>The elements of blocks, by their numbers.</summary>
    public Dictionary<int, MarkupElement> ElementsOf(IEnumerable<int> numbers)
    {
        var wanted = numbers.ToHashSet();
        return wanted.Count == 0 ? [] : _numbers.Where(each => wanted.Contains(each.Value)).ToDictionary(static each => each.Value, static each => each.Key);
    }

    /// <summary>Lets go of the document.</summary>
    public DocumentScan WithoutElements()
    {
        _numbers.Clear();
        _numbers.TrimExcess();
        _linkNumbers.Clear();
        _linkNumbers.TrimExcess();
        return this;
    }

    private void AddFiles(MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            var isFile = attribute.Name switch
            {
                "src" or "poster" or "data" => true,
                "href" => element.Name is "a" or "image",
                "xlink:href" => element.Name is "image" or "a",
                _ => false,
            };
            if (isFile && attribute.Value.Length > 0 && attribute.Value[0] != '#' && !EpubPath.IsExternal(attribute.Value))
            {
                Files.Add(attribute.Value);
            }
        }
    }

    private ScannedLink? LinkOf(MarkupElement element)
    {
        if ((element["href"] ?? element["xlink:href"]) is not { Length: > 0 } address || EpubPath.IsExternal(address))
        {
            return null;
        }

        var target = NoteShape.TargetOf(address, Path);
        var text = MarkupSearch.OneLine(element.Text);
        var units = new List<int>();
        foreach (var above in MarkupSearch.Above(element).Prepend(element))
        {
            if (above.Id is { } id && _units.TryGetValue(id, out var unit) && !units.Contains(unit.Number))
            {
                units.Add(unit.Number);
            }
        }

        return new(
            target,
            NoteShape.IdsOf(element),
            units,
            element.IsOfType("noteref", "doc-noteref"),
            element.IsOfType("backlink", "doc-backlink") || element.Has("epub:type", "referrer"),
            NoteShape.IsMark(element, text),
            NoteShape.IsArrow(text));
    }
}
