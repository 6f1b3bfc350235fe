using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Pages;

/// <summary>What a template makes a page of.</summary>
/// <param name="Content">The converted document: HTML in UTF-8.</param>
/// <param name="Document">What is known of it.</param>
/// <param name="Name">What the page is called where the document has no title.</param>
/// <param name="Root">Path from the page's folder to the destination, with a slash at its end; empty in the destination itself.</param>
internal sealed record Page(ReadOnlyMemory<byte> Content, ConvertedDocument Document, string Name, string Root = "")
{
    /// <summary>Front matter's title, else the first heading, else the name.</summary>
    public string Title => string.IsNullOrWhiteSpace(Document.Title) ? Name : Document.Title;

    /// <summary>The title where only the front matter has it and no heading of level 1 shows it; empty otherwise.</summary>
    internal string Heading
        => FrontMatterTitle is { } title && !Document.Headings.Any(heading => heading.Level == 1) ? title : "";

    private string? FrontMatterTitle
        => Document.FrontMatter is { } data && data.TryGetValue("title", out var title) && title is string or long
            ? System.Convert.ToString(title, CultureInfo.InvariantCulture)
            : null;
}
