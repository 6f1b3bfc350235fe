using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>A line of a book's table of contents.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Path">The file that it leads to; empty where it leads nowhere.</param>
/// <param name="Fragment">The id in that file; empty for none.</param>
internal sealed record NavPoint(string Title, string Path, string Fragment)
{
    /// <summary>The address as it is written; empty where it leads nowhere.</summary>
    public string Address { get; init; } = "";

    public List<NavPoint> Children { get; } = [];
}

/// <summary>Reads the table of contents of a book.</summary>
internal static class EpubNavigation
{
    /// <summary>The table of contents; empty where there is none that can be read.</summary>
    public static List<NavPoint> Read(EpubArchive archive, EpubPackage package, CancellationToken cancellation)
    {
        if (package.Navigation is { } navigation && OfNavigation(MarkupReader.ReadXml(archive.Read(navigation.Path, cancellation)), navigation.Path, archive) is { Count: > 0 } points)
        {
            return points;
        }

        return package.Contents is { } contents ? OfContents(MarkupReader.ReadXml(archive.Read(contents.Path, cancellation)), contents.Path, archive) : [];
    }

    /// <summary>All points of a table of contents with their depths, in order.</summary>
    public static IEnumerable<(NavPoint Point, int Depth)> All(List<NavPoint> points)
    {
        var open = new Stack<(NavPoint Point, int Depth)>(Enumerable.Reverse(points).Select(static point => (point, 0)));
        while (open.TryPop(out var each))
        {
            yield return each;
            foreach (var child in Enumerable.Reverse(each.Point.Children))
            {
                open.Push((child, each.Depth + 1));
            }
        }
    }

    private static List<NavPoint> OfNavigation(MarkupElement root, string path, EpubArchive archive)
    {
        var all = MarkupSearch.Below(root).Where(static element => element.Name == "nav").ToList();
        var nav = all.Find(static element => element.IsOfType("toc", "doc-toc")) ?? all.Find(static element => element["epub:type"] is null) ?? all.FirstOrDefault();
        var list = nav is null ? null : MarkupSearch.Below(nav).FirstOrDefault(static element => element.Name is "ol" or "ul");
        return list is null ? [] : PointsOf(list, path, archive, 0);
    }

    private static List<NavPoint> PointsOf(MarkupElement list, string path, EpubArchive archive, int depth)
    {
        var points = new List<NavPoint>();
        foreach (var item in list.Elements.Where(static element => element.Name == "li"))
        {
            var inner = MarkupSearch.Below(item).FirstOrDefault(static element => element.Name is "ol" or "ul");
            var label = item.Elements.FirstOrDefault(static element => element.Name is "a" or "span") ?? MarkupSearch.Below(item).FirstOrDefault(static element => element.Name is "a");
            var point = PointOf(LabelOf(label, item), label?["href"] ?? "", path, archive);
            if (inner is not null && depth < MarkupBuilder.Deepest)
            {
                point.Children.AddRange(PointsOf(inner, path, archive, depth + 1));
            }

            if (point.Title.Length > 0 || point.Children.Count > 0 || point.Path.Length > 0)
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static string LabelOf(MarkupElement? label, MarkupElement item)
    {
        if (label is null)
        {
            return MarkupSearch.OneLine(string.Concat(item.Children.OfType<MarkupText>().Select(static text => text.Value)));
        }

        var text = MarkupSearch.OneLine(label.Text);
        return text.Length > 0 ? text
            : MarkupSearch.OneLine(label["title"] ?? MarkupSearch.First(label, "img")?["alt"] ?? MarkupSearch.First(label, "img")?["title"] ?? "");
    }

    private static List<NavPoint> OfContents(MarkupElement root, string path, EpubArchive archive)
        => MarkupSearch.First(root, "navmap") is { } map ? ChildrenOf(map, path, archive, 0) : [];

    private static List<NavPoint> ChildrenOf(MarkupElement parent, string path, EpubArchive archive, int depth)
    {
        var points = new List<NavPoint>();
        foreach (var element in parent.Elements.Where(static element => element.Name == "navpoint"))
        {
            var label = element.Elements.FirstOrDefault(static child => child.Name == "navlabel");
            var source = element.Elements.FirstOrDefault(static child => child.Name == "content")?["src"] ?? "";
            var point = PointOf(MarkupSearch.OneLine(label?.Text ?? ""), source, path, archive);
            if (depth < MarkupBuilder.Deepest)
            {
                point.Children.AddRange(ChildrenOf(element, path, archive, depth + 1));
            }

            points.Add(point);
        }

        return points;
    }

    private static NavPoint PointOf(string title, string address, string from, EpubArchive archive)
    {
        if (address.Length == 0 || EpubPath.IsExternal(address))
        {
            return new(title, "", "") { Address = address };
        }

        var (path, fragment) = EpubPath.Split(address);
        var target = path.Length == 0 ? from : EpubPath.Resolve(from, path);
        return new(title, archive.Find(target) ?? "", fragment) { Address = address };
    }
}
