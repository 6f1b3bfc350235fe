using System.Net;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Epub;

/// <summary>Sets the levels of a chapter's headings by the table of contents, and makes headings of titles that are none.</summary>
/// <param name="book">The book.</param>
/// <param name="part">The chapter.</param>
internal sealed class ChapterOutline(EpubBook book, BookPart part)
{
    private const int Lowest = 6;

    // A title may be a number, a name, and a line below.
    private const int MostParagraphs = 3;

    private readonly int _top = TopOf(book, part);

    /// <summary>The level of a chapter's title.</summary>
    public static int TopOf(EpubBook book, BookPart part) => book.Layout == BookLayout.Single ? Math.Min(Lowest, 2 + part.Depth) : 1;

    /// <summary>Sets the levels.</summary>
    /// <param name="blocks">The chapter.</param>
    /// <param name="anchorOf">How an id is written.</param>
    public void Apply(List<Node> blocks, Func<BookPlace, string?> anchorOf)
    {
        var hasTitle = part.NavTitle.Length > 0 && Promote(blocks);
        var headings = HeadingsIn(blocks).ToList();
        if (!hasTitle && headings.Count == 0 && part.NavTitle.Length > 0)
        {
            blocks.Insert(0, new HeadingNode(1) { Children = [new Text(part.NavTitle)] });
            hasTitle = true;
        }

        headings = [.. HeadingsIn(blocks)];
        if (headings.Count > 0)
        {
            Shift(blocks, headings, hasTitle);
        }

        PromotePlaces(blocks, anchorOf);
    }

    private static IEnumerable<HeadingNode> HeadingsIn(List<Node> blocks) => Walk.All(blocks, entersText: false).OfType<HeadingNode>();

    /// <summary>Makes a heading of the first paragraphs where they say what the table of contents does.</summary>
    private bool Promote(List<Node> blocks)
    {
        var title = Letters(part.NavTitle);
        var said = "";
        var taken = new List<Paragraph>();
        foreach (var block in blocks)
        {
            if (block is HtmlNode or Rule || (block is Paragraph image && PlainText.Of(image.Children).AsSpan().IsWhiteSpace()))
            {
                continue;
            }

            if (block is not Paragraph paragraph || taken.Count == MostParagraphs)
            {
                return false;
            }

            taken.Add(paragraph);
            said += Letters(PlainText.Of(paragraph.Children));
            if (said.Length > 0 && said == title)
            {
                break;
            }

            if (!title.StartsWith(said, StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (taken.Count == 0 || said != title)
        {
            return false;
        }

        var text = new List<Node>();
        foreach (var paragraph in taken)
        {
            text.AddRange(text.Count > 0 ? [new Text(" "), .. Plain(paragraph.Children)] : Plain(paragraph.Children));
        }

        blocks[blocks.IndexOf(taken[0])] = new HeadingNode(1) { Children = text };
        blocks.RemoveAll(block => block is Paragraph paragraph && taken.Contains(paragraph));
        return true;
    }

    private static List<Node> Plain(List<Node> text)
        => text is [Emphasis only] ? only.Children : [.. text.Select(static node => node is HardBreak ? new Text(" ") : node)];

    /// <summary>Moves all headings up or down so that the chapter's title has its level.</summary>
    private void Shift(List<Node> blocks, List<HeadingNode> headings, bool hasTitle)
    {
        var others = hasTitle ? headings.Skip(1).ToList() : headings;
        var title = Letters(part.NavTitle);
        var named = hasTitle || title.Length == 0 ? null : headings.Find(heading => Letters(PlainText.Of(heading.Children)) == title);
        var from = named?.Level ?? (others.Count > 0 ? others.Min(static heading => heading.Level) : 1);
        var by = (hasTitle ? _top + 1 : _top) - from;
        foreach (var parent in Walk.All(blocks, entersText: false).OfType<Parent>().Where(static node => node is not HeadingNode).Select(static node => node.Children).Prepend(blocks).ToList())
        {
            for (var i = 0; i < parent.Count; i++)
            {
                if (parent[i] is HeadingNode heading)
                {
                    var level = hasTitle && heading == headings[0] ? _top : Math.Clamp(heading.Level + by, _top, Lowest);
                    parent[i] = level == heading.Level ? heading : new HeadingNode(level) { Children = heading.Children };
                }
            }
        }
    }

    /// <summary>Makes headings of the paragraphs that lines of the table of contents lead to, where those say the same.</summary>
    private void PromotePlaces(List<Node> blocks, Func<BookPlace, string?> anchorOf)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (var tag in blocks[i] is Paragraph paragraph ? paragraph.Children.OfType<InlineHtml>() : [])
            {
                places.TryAdd(tag.Text, i);
            }
        }

        foreach (var (point, depth) in part.Points.Where(static each => each.Point.Fragment.Length > 0))
        {
            if (anchorOf(new(point.Path, point.Fragment)) is { } anchor && places.TryGetValue($"<a id=\"{WebUtility.HtmlEncode(anchor)}\"></a>", out var at)
                && blocks[at] is Paragraph title && point.Title.Length > 0 && Letters(PlainText.Of(title.Children)) == Letters(point.Title))
            {
                blocks[at] = new HeadingNode(Math.Min(Lowest, _top + Math.Max(0, depth - part.Depth))) { Children = Plain(title.Children) };
            }
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
