namespace FastMd.Engine.Books.Epub;

/// <summary>A chapter: one file of the book's order of reading.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Stem">The name of its document, without extension.</param>
/// <param name="Item">The file.</param>
/// <param name="Title">What it is called.</param>
internal sealed record BookPart(int Number, string Stem, ManifestItem Item, string Title)
{
    /// <summary>The name of its document.</summary>
    public string Name => Stem + ".md";

    /// <summary>Its title in the table of contents; empty where that does not name it, or names a place inside it.</summary>
    public string NavTitle { get; init; } = "";

    /// <summary>How deep it, or the chapter that it goes on with, stands in the table of contents.</summary>
    public int Depth { get; init; }

    /// <summary>The lines of the table of contents that lead into it.</summary>
    public IReadOnlyList<(NavPoint Point, int Depth)> Points { get; init; } = [];

    /// <summary>How many bytes its file has, unpacked.</summary>
    public long Length { get; init; }
}
