using System.Collections.Concurrent;
using FastMd.Engine.Books.Html;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>What is known of a book: kept while chapters of it are asked for, and never its files.</summary>
internal sealed class EpubBook
{
    private readonly object _gate = new();
    private readonly Dictionary<string, BookPart> _byPath;
    private readonly Dictionary<string, BookPart> _byName;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, TextLook>> _rules = new(StringComparer.Ordinal);
    private BookIndex? _index;

    private EpubBook(EpubPackage package, List<NavPoint> contents, List<BookPart> parts, BookLayout layout, UnpackedBytes unpacked)
    {
        Package = package;
        Contents = contents;
        Parts = parts;
        Layout = layout;
        Unpacked = unpacked;
        _byPath = parts.ToDictionary(static part => part.Item.Path, StringComparer.Ordinal);
        _byName = parts.ToDictionary(static part => part.Name, StringComparer.Ordinal);
    }

    public EpubPackage Package { get; }

    /// <summary>The table of contents; empty where there is none that can be read.</summary>
    public List<NavPoint> Contents { get; }

    /// <summary>The chapters, in the order of reading.</summary>
    public IReadOnlyList<BookPart> Parts { get; }

    public BookLayout Layout { get; }

    public UnpackedBytes Unpacked { get; }

    /// <summary>What the book is called.</summary>
    public string Title => Package.Metadata.Title;

    /// <summary>Reads what there is to know of a book, but for what only a pass over all of it tells.</summary>
    public static EpubBook Read(EpubArchive archive, BookLayout layout, UnpackedBytes unpacked, CancellationToken cancellation)
    {
        EpubProtection.Check(archive, cancellation);
        var package = PackageReader.Read(archive, cancellation);
        var contents = EpubNavigation.Read(archive, package, cancellation);
        if (!EpubNavigation.All(contents).Any(static each => each.Point.Path.Length > 0))
        {
            contents = [];
            package.Problems.Add(Diagnostic.Warning(DiagnosticCodes.BookContentsMissing, "The book has no table of contents that can be read; chapters are called after their headings."));
        }

        return new(package, contents, PartList.Of(archive, package, contents, cancellation), layout, unpacked);
    }

    /// <summary>The chapter that a file of the book is; null where it is none.</summary>
    public BookPart? PartOf(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The chapter of a name; null where there is none.</summary>
    public BookPart? PartCalled(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What leads where. The first who asks makes it.</summary>
    public BookIndex IndexOf(EpubArchive archive, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _index ??= new BookIndexer(this, archive, cancellation).Make();
        }
    }

    /// <summary>What a style sheet says of classes.</summary>
    public IReadOnlyDictionary<string, TextLook> RulesOf(string path, EpubArchive archive, CancellationToken cancellation)
    {
        const int LongestSheet = 1024 * 1024;
        if (_rules.TryGetValue(path, out var known))
        {
            return known;
        }

        var rules = archive.LengthOf(path) <= LongestSheet ? ClassRules.Parse(MarkupEncoding.Decode(archive.Read(path, cancellation))) : new Dictionary<string, TextLook>();
        return _rules.GetOrAdd(path, rules);
    }
}
