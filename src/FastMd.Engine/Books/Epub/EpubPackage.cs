using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>What a book says of itself, and the files it consists of.</summary>
internal sealed record EpubPackage
{
    public required EpubMetadata Metadata { get; init; }

    /// <summary>All files that the book lists.</summary>
    public required IReadOnlyList<ManifestItem> Items { get; init; }

    /// <summary>Those that are read, in order.</summary>
    public required IReadOnlyList<ManifestItem> Spine { get; init; }

    /// <summary>The document of navigation of EPUB 3; null where there is none.</summary>
    public ManifestItem? Navigation { get; init; }

    /// <summary>The table of contents of EPUB 2; null where there is none.</summary>
    public ManifestItem? Contents { get; init; }

    /// <summary>Path of the cover image; null where there is none.</summary>
    public string? Cover { get; init; }

    /// <summary>What is wrong with it.</summary>
    public List<Diagnostic> Problems { get; } = [];
}

/// <summary>A file that a book lists.</summary>
/// <param name="Id">What the package calls it.</param>
/// <param name="Path">Its path; one that is in the archive where it is there at all.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Properties">What it is for.</param>
/// <param name="Fallback">Id of what stands for it; empty for none.</param>
internal sealed record ManifestItem(string Id, string Path, string MediaType, string Properties, string Fallback)
{
    /// <summary>Whether it is in the archive.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether it is text with marks: a chapter.</summary>
    public bool IsText
        => MediaType is "application/xhtml+xml" or "text/html" or "application/x-dtbook+xml" or "text/x-oeb1-document"
            || (MediaType is "" or "text/xml" or "application/xml" or "application/octet-stream" && System.IO.Path.GetExtension(Path).ToUpperInvariant() is ".XHTML" or ".HTML" or ".HTM" or ".XHT");

    /// <summary>Whether it is an image.</summary>
    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal) || (MediaType.Length == 0 && Html.MediaKind.IsImage(Path));

    /// <summary>Whether a word is among its properties.</summary>
    public bool Has(string property) => (" " + Properties + " ").Contains($" {property} ", StringComparison.Ordinal);
}

/// <summary>What a book says of itself.</summary>
internal sealed record EpubMetadata
{
    public string Title { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Contributors { get; init; } = [];

    public string Language { get; init; } = "";

    public string Publisher { get; init; } = "";

    public string Date { get; init; } = "";

    public string Identifier { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Subjects { get; init; } = [];

    public string Rights { get; init; } = "";

    public string Series { get; init; } = "";

    public string SeriesIndex { get; init; } = "";
}
