using System.Diagnostics.CodeAnalysis;

namespace FastMd.PowerShell.Results;

/// <summary>What an EPUB becomes.</summary>
public enum FastMdBookLayout
{
    /// <summary>A folder with a document for each chapter, and an index.</summary>
    Chapters,

    /// <summary>One document.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It is what users write, and none takes it for a number.")]
    Single,
}
