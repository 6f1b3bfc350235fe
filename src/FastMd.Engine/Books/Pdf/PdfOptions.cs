using FastMd.Engine.Configuration;

namespace FastMd.Engine.Books.Pdf;

/// <summary>How PDF documents are read.</summary>
public sealed record PdfOptions
{
    /// <summary>What texts depend on, as text: limits are none of it.</summary>
    internal string Identity
        => $"{Engine} {Password} {PagesPerPart} {KeepRunningHeads} {KeepHyphens} {PageComments} {ImageFolder is not null} {string.Join(' ', OcrCommand)}";

    /// <summary>The password of encrypted documents; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Size in bytes beyond which a document is refused.</summary>
    public long MaximumBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How many pages are converted together: ranges are converted in parallel.</summary>
    public int PagesPerPart { get; init; } = 50;

    /// <summary>Whether heads, feet and page numbers that run over pages are kept.</summary>
    public bool KeepRunningHeads { get; init; }

    /// <summary>Whether words that are broken at the end of a line are left so.</summary>
    public bool KeepHyphens { get; init; }

    /// <summary>Whether a comment says where each page begins.</summary>
    public bool PageComments { get; init; } = true;

    /// <summary>
    /// Absolute path of the folder that images of pages are put in, in one for each document, which is called after a hash of its path; null where they are
    /// left out.
    /// </summary>
    public string? ImageFolder { get; init; }

    /// <summary>A document of more pages is refused.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>What reads the text.</summary>
    public PdfEngine Engine { get; init; }

    /// <summary>
    /// The command that reads the text off the image of a page, with the path of the image in place of <c>{}</c>, or behind it; its standard output is the
    /// text. Empty for none.
    /// </summary>
    public IReadOnlyList<string> OcrCommand { get; init; } = [];

    /// <summary>The most that a command may take for one page or range of pages.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Absolute path of Poppler's <c>pdftotext</c>, or its name, which the system looks up.</summary>
    public string PopplerCommand { get; init; } = "pdftotext";
}
