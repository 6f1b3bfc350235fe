using FastMd.Engine.Books.Html;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>What documents of one chapter have in common.</summary>
internal sealed record ChapterServices(EpubBook Book, BookIndex Index, EpubArchive Archive, ChapterNotes Notes, BookLinks Links, BookWarnings Warnings, CancellationToken Cancellation);

/// <summary>A document of a book while it is converted: the chapter itself, or one that notes of it stand in.</summary>
internal sealed class ChapterDocument : IMarkupContext
{
    private readonly MarkupElement _root;
    private readonly string _path;
    private readonly BookPart? _part;
    private readonly ChapterServices _services;
    private readonly DocumentScan _scan;
    private readonly Dictionary<int, MarkupElement> _notes;
    private readonly HashSet<MarkupElement> _leftOut = [];
    private readonly StyleSheets _styles;
    private bool _hasTitle;

    public ChapterDocument(MarkupElement root, string path, BookPart? part, ChapterServices services)
    {
        _root = root;
        _path = path;
        _part = part;
        _services = services;
        _scan = DocumentScan.Of(root, path, services.Cancellation);
        _notes = _scan.ElementsOf(services.Index.NotesIn(path).Select(static note => note.Unit));
        foreach (var note in _notes.Values)
        {
            _leftOut.Add(note);
            _leftOut.UnionWith(DefinitionsOf(note));
        }

        _styles = StyleSheets.Of(root, path, services);
        Converter = new(this);
    }

    public MarkupConverter Converter { get; }

    /// <summary>The blocks of the document, without its notes.</summary>
    public List<Node> Body()
    {
        var body = MarkupSearch.First(_root, "body") ?? MarkupSearch.First(_root, "book") ?? _root;
        foreach (var outer in MarkupSearch.Above(body).Reverse().Append(body))
        {
            Converter.AddAnchor(outer);
        }

        return Converter.Convert(body);
    }

    /// <summary>The blocks of a note.</summary>
    /// <param name="unit">Number of its element.</param>
    /// <param name="mark">What refers to it: a number that it repeats is left out.</param>
    public List<Node> NoteOf(int unit, string mark)
    {
        if (!_notes.TryGetValue(unit, out var element))
        {
            return [];
        }

        if (element.Id is { } id && AnchorOf(id) is { } anchor)
        {
            Converter.Anchors.Add(anchor);
        }

        var blocks = Converter.Convert(element);
        foreach (var definition in DefinitionsOf(element))
        {
            blocks.AddRange(Converter.Convert(definition));
        }

        return NoteText.Trimmed(blocks, mark);
    }

    public string? LinkTo(string address)
    {
        var text = address.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (EpubPath.IsExternal(text))
        {
            return text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Lost<string>($"The link to '{Short(text)}' can only be followed inside a reader; its text was kept.") : text;
        }

        var (path, fragment) = EpubPath.Split(text);
        var target = path.Length == 0 ? _path : _services.Archive.Find(EpubPath.Resolve(_path, path));
        return target is null ? _services.Links.Dead(text) : _services.Links.To(new(target, fragment), _path, text);
    }

    public string? FileAt(string address)
    {
        var text = address.Trim();
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return Lost<string>("An image that is written into the text itself was left out; its description was kept.");
        }

        if (EpubPath.IsExternal(text))
        {
            return text;
        }

        return _services.Archive.Find(EpubPath.Resolve(_path, EpubPath.Split(text).Path)) is { } found && _services.Links.ToFile(found) is { } url
            ? url
            : Lost<string>($"The book does not hold the file '{Short(text)}' that is to be shown here.");
    }

    public string? AnchorOf(string id) => _services.Index.Anchors.GetValueOrDefault(new(_path, id));

    public string? NoteOf(MarkupElement link, out bool saysMore)
    {
        saysMore = false;
        if (_scan.NumberOf(link) is var number && (number < 0 || !_services.Index.References.TryGetValue((_path, number), out var note)))
        {
            return null;
        }

        saysMore = !_scan.Links[number].IsMark;
        return _services.Notes.LabelOf(note, MarkupSearch.OneLine(link.Text));
    }

    public bool IsLeftOut(MarkupElement element)
        => (_leftOut.Count > 0 && _leftOut.Contains(element))
            || (element.Name == "a" && _scan.NumberOf(element) is >= 0 and var number && _services.Index.Back.Contains((_path, number)));

    public TextLook LookOf(MarkupElement element) => _styles.LookOf(element);

    public HeadingNode? TitleFor(MarkupElement heading, List<Node> text)
    {
        if (_hasTitle || _part is null)
        {
            return null;
        }

        _hasTitle = true;
        return _part.NavTitle.Length > 0 && PlainText.Of(text).AsSpan().IsWhiteSpace() && !Walk.All(text).Any(static node => node is Link { IsImage: true, Children.Count: > 0 })
            ? new HeadingNode(1) { Children = [new Text(_part.NavTitle)] }
            : null;
    }

    public void Lost(string message) => _services.Warnings.Add(DiagnosticCodes.BookPartLost, message);

    public void ThrowIfCancelled() => _services.Cancellation.ThrowIfCancellationRequested();

    private T? Lost<T>(string message)
        where T : class
    {
        Lost(message);
        return null;
    }

    private static string Short(string address) => address.Length > 80 ? address[..80] + "…" : address;

    /// <summary>What defines a term that is a note.</summary>
    private static IEnumerable<MarkupElement> DefinitionsOf(MarkupElement note)
        => note is { Name: "dt", Parent: { } list }
            ? list.Elements.SkipWhile(element => element != note).Skip(1).TakeWhile(static element => element.Name == "dd")
            : [];
}
