using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>Says how places in a book are linked to in its output.</summary>
/// <param name="book">The book.</param>
/// <param name="index">What leads where.</param>
/// <param name="prefix">What stands before the names of files that are taken out of the book.</param>
/// <param name="warnings">Receives warnings.</param>
internal sealed class BookLinks(EpubBook book, BookIndex index, string prefix, BookWarnings warnings)
{
    /// <summary>The address of a place; null where there is none.</summary>
    /// <param name="place">The place; its file is one of the archive's.</param>
    /// <param name="from">The file that the link is in; empty for none of the book's.</param>
    /// <param name="address">The address as it is written.</param>
    public string? To(BookPlace place, string from, string address)
    {
        if (book.PartOf(place.Path) is not { } part)
        {
            return index.Files.TryGetValue(place.Path, out var file) ? prefix + EpubPath.Encoded(file)
                : place.Path == book.Package.Navigation?.Path && book.Layout == BookLayout.Chapters ? EpubSource.IndexName
                : place.Path == book.Package.Navigation?.Path ? null
                : Dead(address);
        }

        // A part of an image or of a recording has no id.
        var isHere = place.Path == from;
        place = place.Id.AsSpan().IndexOfAny('=', '(') >= 0 ? place with { Id = "" } : place;
        if (place.Id.Length == 0)
        {
            return book.Layout == BookLayout.Single ? "#" + EpubPath.Encoded(part.Stem) : part.Name;
        }

        if (!index.Anchors.TryGetValue(place, out var anchor))
        {
            Warn(address);
            return isHere ? null : To(place with { Id = "" }, from, address);
        }

        if (index.Moved.TryGetValue(place, out var user) && book.PartOf(user) is { } other)
        {
            (part, isHere) = (other, user == from);
        }

        var fragment = "#" + EpubPath.Encoded(anchor);
        return isHere || book.Layout == BookLayout.Single ? fragment : part.Name + fragment;
    }

    /// <summary>The address of a file that is shown or played; null where it is none that is taken out of the book.</summary>
    public string? ToFile(string path) => index.Files.TryGetValue(path, out var file) ? prefix + EpubPath.Encoded(file) : null;

    /// <summary>Tells of a link that leads to nothing.</summary>
    public string? Dead(string address)
    {
        Warn(address);
        return null;
    }

    private void Warn(string address)
        => warnings.Add(DiagnosticCodes.BookLinkDead, $"The link to '{address}' leads to nothing in the book; its text was kept.");
}
