using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Configuration;

/// <summary>What an EPUB becomes.</summary>
public enum BookLayout
{
    /// <summary>A folder with a document for each chapter, and an index.</summary>
    Chapters,

    /// <summary>One document.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It is what users write, and none takes it for a number.")]
    Single,
}

/// <summary>What reads the text of PDF.</summary>
public enum PdfEngine
{
    /// <summary>FastMd itself: with headings, lists, tables and links.</summary>
    Builtin,

    /// <summary>The program <c>pdftotext</c> of Poppler, where it is installed: paragraphs.</summary>
    Poppler,
}
