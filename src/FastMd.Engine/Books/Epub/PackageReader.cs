using FastMd.Engine.Books.Html;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>Reads the package of a book.</summary>
internal static class PackageReader
{
    // A fallback may name one itself.
    private const int LongestChain = 16;

    /// <summary>Reads it.</summary>
    /// <exception cref="DocumentException">There is none, or it lists nothing to read.</exception>
    public static EpubPackage Read(EpubArchive archive, CancellationToken cancellation)
    {
        var problems = new List<Diagnostic>();
        var path = PathOf(archive, problems, cancellation);
        var root = MarkupReader.ReadXml(archive.Read(path, cancellation));
        var package = MarkupSearch.First(root, "package") ?? throw EpubFailure.Unreadable($"The package '{path}' of the book is broken");
        var items = new List<ManifestItem>();
        var byId = new Dictionary<string, ManifestItem>(StringComparer.Ordinal);
        foreach (var element in MarkupSearch.Below(package).Where(static element => element is { Name: "item", Parent.Name: "manifest" }))
        {
            var item = ItemOf(element, path, archive);
            items.Add(item);
            byId.TryAdd(item.Id, item);
        }

        var spine = SpineOf(package, byId, problems);
        if (spine.Count == 0)
        {
            throw EpubFailure.Unreadable("The book lists nothing to read");
        }

        var read = new EpubPackage
        {
            Metadata = MetadataReader.Read(package),
            Items = items,
            Spine = spine,
            Navigation = items.Find(static item => item.Has("nav") && item.Exists),
            Contents = ContentsOf(package, items, byId),
            Cover = CoverOf(package, items, byId, path, archive, cancellation),
        };
        read.Problems.AddRange(archive.Problems);
        read.Problems.AddRange(problems);
        return read;
    }

    private static string PathOf(EpubArchive archive, List<Diagnostic> problems, CancellationToken cancellation)
    {
        if (archive.Find("META-INF/container.xml") is { } container)
        {
            var root = MarkupReader.ReadXml(archive.Read(container, cancellation));
            var files = MarkupSearch.Below(root).Where(static element => element.Name == "rootfile").ToList();
            foreach (var file in files.OrderBy(static file => file["media-type"] == "application/oebps-package+xml" ? 0 : 1))
            {
                if (file["full-path"] is { Length: > 0 } path && archive.Find(EpubPath.Resolve("", path)) is { } found)
                {
                    return found;
                }
            }
        }

        if (archive.Paths.Where(static path => path.EndsWith(".opf", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault() is { } package)
        {
            problems.Add(Diagnostic.Warning(DiagnosticCodes.BookPartLost, $"The book does not say where its package is; '{package}' was taken."));
            return package;
        }

        throw EpubFailure.Unreadable("The file is no EPUB: it has no package");
    }

    private static ManifestItem ItemOf(MarkupElement element, string package, EpubArchive archive)
    {
        var href = element["href"] ?? "";
        var (path, _) = EpubPath.Split(href);
        var resolved = EpubPath.Resolve(package, path);
        var found = EpubPath.IsExternal(href) ? null : archive.Find(resolved);
        return new(element["id"]?.Trim() ?? "", found ?? EpubPath.Decoded(resolved), (element["media-type"] ?? "").Trim().ToLowerInvariant(), MarkupSearch.OneLine(element["properties"] ?? ""), element["fallback"]?.Trim() ?? "")
        {
            Exists = found is not null,
        };
    }

    private static List<ManifestItem> SpineOf(MarkupElement package, Dictionary<string, ManifestItem> byId, List<Diagnostic> problems)
    {
        var spine = new List<ManifestItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in MarkupSearch.Below(package).Where(static element => element is { Name: "itemref", Parent.Name: "spine" }))
        {
            var id = reference["idref"]?.Trim() ?? "";
            if (!byId.TryGetValue(id, out var item))
            {
                problems.Add(Diagnostic.Warning(DiagnosticCodes.BookPartLost, $"The book's order of reading names '{id}', which the book does not list; it is missing in the output."));
                continue;
            }

            item = Readable(item, byId);

            // What stands there twice is read once: links lead to one place.
            if (seen.Add(item.Path))
            {
                spine.Add(item);
            }
        }

        return spine;
    }

    /// <summary>An item, or the first of what stands for it that can be shown.</summary>
    private static ManifestItem Readable(ManifestItem item, Dictionary<string, ManifestItem> byId)
    {
        var at = item;
        for (var i = 0; i < LongestChain; i++)
        {
            if ((at.IsText || at.IsImage) && at.Exists)
            {
                return at;
            }

            if (!byId.TryGetValue(at.Fallback, out var next))
            {
                return item;
            }

            at = next;
        }

        return item;
    }

    private static ManifestItem? ContentsOf(MarkupElement package, List<ManifestItem> items, Dictionary<string, ManifestItem> byId)
    {
        var named = package.Elements.FirstOrDefault(static element => element.Name == "spine")?["toc"] is { } id ? byId.GetValueOrDefault(id) : null;
        return named is { Exists: true } ? named : items.Find(static item => item.Exists && (item.MediaType == "application/x-dtbncx+xml" || item.Path.EndsWith(".ncx", StringComparison.OrdinalIgnoreCase)));
    }

    private static string? CoverOf(MarkupElement package, List<ManifestItem> items, Dictionary<string, ManifestItem> byId, string path, EpubArchive archive, CancellationToken cancellation)
    {
        if (items.Find(static item => item.Has("cover-image") && item.Exists) is { } cover)
        {
            return cover.Path;
        }

        var named = MarkupSearch.Below(package).FirstOrDefault(static element => element is { Name: "meta" } && element["name"] == "cover")?["content"];
        if (named is not null && (byId.GetValueOrDefault(named.Trim()) ?? items.Find(item => item.Path.EndsWith(named, StringComparison.Ordinal))) is { Exists: true } old)
        {
            if (old.IsImage)
            {
                return old.Path;
            }
        }

        // The page that the guide calls the cover, where it shows one image.
        var guide = MarkupSearch.Below(package).FirstOrDefault(static element => element is { Name: "reference", Parent.Name: "guide" } && element["type"] is "cover" or "other.ms-coverimage-standard")?["href"];
        if (guide is null || archive.Find(EpubPath.Resolve(path, EpubPath.Split(guide).Path)) is not { } page)
        {
            return null;
        }

        if (items.Exists(item => item.Path == page && item.IsImage))
        {
            return page;
        }

        var images = MarkupSearch.Below(MarkupReader.ReadXml(archive.Read(page, cancellation))).Where(static element => element.Name is "img" or "image").ToList();
        return images is [var only] && (only["src"] ?? only["xlink:href"]) is { Length: > 0 } source ? archive.Find(EpubPath.Resolve(page, EpubPath.Split(source).Path)) : null;
    }
}
