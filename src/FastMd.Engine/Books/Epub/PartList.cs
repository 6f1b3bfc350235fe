using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>Names the chapters of a book: by its table of contents, else by their headings, else by their files.</summary>
internal static class PartList
{
    /// <summary>The chapters, in the order of reading.</summary>
    public static List<BookPart> Of(EpubArchive archive, EpubPackage package, List<NavPoint> contents, CancellationToken cancellation)
    {
        var points = EpubNavigation.All(contents).Where(static each => each.Point.Path.Length > 0).ToLookup(static each => each.Point.Path);
        var items = ItemsOf(package);
        var parts = new List<BookPart>();
        var depth = 0;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = points[item.Path].ToList();
            var whole = own.Find(static each => each.Point.Fragment.Length == 0);
            depth = own.Count > 0 ? own[0].Depth : depth;
            var nav = (whole.Point ?? own.FirstOrDefault().Point)?.Title ?? "";
            var title = nav.Length > 0 ? nav : HeadingOf(archive, item, package, cancellation);
            var name = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(item.Path);
            parts.Add(new(parts.Count + 1, PartName.Of(parts.Count + 1, items.Count, name), item, name)
            {
                NavTitle = whole.Point?.Title ?? "",
                Depth = depth,
                Points = own,
                Length = item.IsText ? archive.LengthOf(item.Path) : 0,
            });
        }

        return parts;
    }

    /// <summary>The spine, and documents outside of it that only links lead to: left out, they would be lost.</summary>
    private static List<ManifestItem> ItemsOf(EpubPackage package)
    {
        var known = package.Spine.Select(static item => item.Path).ToHashSet(StringComparer.Ordinal);
        var fallbacks = package.Items.Select(static item => item.Fallback).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. package.Spine,
            .. package.Items.Where(item => item.IsText && item.Exists && !item.Has("nav") && !item.Has("scripted") && !fallbacks.Contains(item.Id) && known.Add(item.Path)),
        ];
    }

    private static string HeadingOf(EpubArchive archive, ManifestItem item, EpubPackage package, CancellationToken cancellation)
    {
        if (!item.Exists || !item.IsText)
        {
            return "";
        }

        var root = MarkupReader.ReadXml(archive.Read(item.Path, cancellation));
        var title = "";
        foreach (var element in MarkupSearch.Below(root))
        {
            if (BlockMarkup.IsHeading(element.Name) && MarkupSearch.OneLine(element.Text) is { Length: > 0 } heading)
            {
                return heading;
            }

            title = element is { Name: "title", Parent.Name: "head" } ? MarkupSearch.OneLine(element.Text) : title;
        }

        // Many documents are called what the book is.
        return title == package.Metadata.Title || title.Length > 100 || title is "Unknown" or "Untitled" ? "" : title;
    }
}
