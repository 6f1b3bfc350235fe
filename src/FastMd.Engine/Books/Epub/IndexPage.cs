using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>The page that a book begins with: what it is, its cover, and its chapters.</summary>
internal static class IndexPage
{
    /// <summary>The page.</summary>
    public static SourceText Of(EpubBook book, BookIndex index, string prefix)
    {
        var warnings = new BookWarnings();
        var links = new BookLinks(book, index, prefix, warnings);
        var blocks = Head(book, index, prefix);
        if (ListOf(book, links, warnings) is { } list)
        {
            blocks.Add(new HeadingNode(2) { Children = [new Text("Contents")] });
            blocks.Add(list);
        }

        var title = book.Title.Length > 0 ? book.Title : "Untitled";
        return SourceText.FromString(BookFrontMatter.OfBook(book.Package.Metadata, title) + MarkdownWriter.Write(new Fragment { Children = blocks }).Text) with { Diagnostics = [.. book.Package.Problems, .. warnings.ToList()] };
    }

    /// <summary>Title, authors and cover of a book.</summary>
    public static List<Node> Head(EpubBook book, BookIndex index, string prefix)
    {
        var blocks = new List<Node> { new HeadingNode(1) { Children = [new Text(book.Title.Length > 0 ? book.Title : "Untitled")] } };
        if (book.Package.Metadata.Authors is { Count: > 0 } authors)
        {
            blocks.Add(new Paragraph { Children = [new Text(string.Join(", ", authors))] });
        }

        if (book.Package.Cover is { } cover && index.Files.TryGetValue(cover, out var name))
        {
            blocks.Add(new Paragraph { Children = [new Link { Url = prefix + name, IsImage = true, Children = [new Text("Cover")] }] });
        }

        return blocks;
    }

    private static ListNode? ListOf(EpubBook book, BookLinks links, BookWarnings warnings)
    {
        if (book.Contents.Count == 0)
        {
            return book.Parts.Count == 0 ? null : new() { Children = [.. book.Parts.Select(static part => new ListItem { Children = [new Paragraph { Children = [new Link { Url = part.Name, Children = [new Text(part.Title)] }] }] })] };
        }

        return ListOf(book.Contents, links, warnings);
    }

    private static ListNode ListOf(List<NavPoint> points, BookLinks links, BookWarnings warnings)
    {
        var list = new ListNode();
        foreach (var point in points)
        {
            var item = new ListItem();
            var title = new Text(point.Title.Length > 0 ? point.Title : point.Address);
            var url = point.Path.Length > 0 ? links.To(new(point.Path, point.Fragment), "", point.Address) : null;
            if (point.Path.Length == 0 && point.Address.Length > 0)
            {
                warnings.Add(DiagnosticCodes.BookLinkDead, $"The table of contents leads to '{point.Address}', which the book does not hold; its title was kept as text.");
            }

            item.Children.Add(new Paragraph { Children = url is null ? [title] : [new Link { Url = url, Children = [title] }] });
            if (point.Children.Count > 0)
            {
                item.Children.Add(ListOf(point.Children, links, warnings));
            }

            list.Children.Add(item);
        }

        return list;
    }
}
