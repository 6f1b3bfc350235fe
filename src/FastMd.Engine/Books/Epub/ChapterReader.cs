using System.Net;
using FastMd.Engine.Books.Html;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>Makes Markdown of a chapter.</summary>
/// <param name="book">The book.</param>
/// <param name="index">What leads where in it.</param>
/// <param name="archive">Its files.</param>
/// <param name="prefix">What stands before the names of files that are taken out of the book.</param>
/// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
internal sealed class ChapterReader(EpubBook book, BookIndex index, EpubArchive archive, string prefix, CancellationToken cancellation)
{
    private readonly BookWarnings _warnings = new();

    /// <summary>The chapter.</summary>
    public SourceText Read(BookPart part)
    {
        var blocks = part.Item switch
        {
            { Exists: false } => Missing(part),
            { IsText: true } => TextOf(part),
            _ => Shown(part),
        };
        var isFirst = part.Number == 1;
        var matter = BookFrontMatter.OfChapter(part.Title);
        if (book.Layout == BookLayout.Single)
        {
            matter = isFirst ? BookFrontMatter.OfBook(book.Package.Metadata, book.Title.Length > 0 ? book.Title : "Untitled") : "";
            blocks = isFirst ? [.. IndexPage.Head(book, index, prefix), .. blocks] : blocks;
        }

        // What is said of the book as a whole is said once.
        var problems = book.Layout == BookLayout.Single && isFirst ? book.Package.Problems : [];
        return SourceText.FromString(matter + MarkdownWriter.Write(new Fragment { Children = blocks }).Text) with { Diagnostics = [.. problems, .. _warnings.ToList()] };
    }

    private List<Node> TextOf(BookPart part)
    {
        var notes = new ChapterNotes(book, part.Item.Path);
        var documents = new Dictionary<string, ChapterDocument>(StringComparer.Ordinal);
        var document = Open(part.Item.Path, part, notes);
        documents.Add(part.Item.Path, document);
        if (book.Layout == BookLayout.Single && index.Whole.Contains(part.Item.Path))
        {
            document.Converter.Anchors.Add(part.Stem);
        }

        var blocks = document.Body();
        new ChapterOutline(book, part).Apply(blocks, place => index.Anchors.GetValueOrDefault(place));

        List<Node> BodyOf(BookNote note)
        {
            if (!documents.TryGetValue(note.Path, out var owner))
            {
                documents.Add(note.Path, owner = Open(note.Path, null, notes));
            }

            return owner.NoteOf(note.Unit, notes.MarkOf(note));
        }

        // What a note says may refer to others.
        while (notes.Next() is { } note)
        {
            blocks.Add(new Footnote(notes.LabelOf(note, "")) { Children = BodyOf(note) });
        }

        // A mark may stand where none can be kept; what it refers to is kept.
        foreach (var note in index.NotesOf(part.Item.Path).Where(note => notes.IsLost(note)).ToList())
        {
            blocks.AddRange(BodyOf(note));
        }

        return blocks;
    }

    private ChapterDocument Open(string path, BookPart? part, ChapterNotes notes)
    {
        var root = MarkupReader.ReadXml(archive.Read(path, cancellation));
        return new(root, path, part, new(book, index, archive, notes, new BookLinks(book, index, prefix, _warnings), _warnings, cancellation));
    }

    private List<Node> Missing(BookPart part)
    {
        _warnings.Add(DiagnosticCodes.BookPartLost, $"The book does not hold the file '{part.Item.Path}' that is to be read here; get a complete copy.");
        return [new HeadingNode(1) { Children = [new Text(part.Title)] }];
    }

    /// <summary>What is no text: an image is shown, and anything else linked to.</summary>
    private List<Node> Shown(BookPart part)
    {
        var blocks = new List<Node>();
        var text = part.Title;
        var anchor = book.Layout == BookLayout.Single && index.Whole.Contains(part.Item.Path) ? new InlineHtml($"<a id=\"{WebUtility.HtmlEncode(part.Stem)}\"></a>") : null;
        if (part.NavTitle.Length > 0)
        {
            blocks.Add(new HeadingNode(ChapterOutline.TopOf(book, part)) { Children = anchor is null ? [new Text(text)] : [anchor, new Text(text)] });
        }
        else if (anchor is not null)
        {
            blocks.Add(new Paragraph { Children = [anchor] });
        }

        var url = prefix + EpubPath.Encoded(index.Files.GetValueOrDefault(part.Item.Path, part.Item.Path));
        if (!part.Item.IsImage)
        {
            _warnings.Add(DiagnosticCodes.BookPartLost, $"The file '{part.Item.Path}' is neither text nor an image; it is linked to.");
        }

        blocks.Add(new Paragraph { Children = [new Link { Url = url, IsImage = part.Item.IsImage, Children = [new Text(text)] }] });
        return blocks;
    }
}
