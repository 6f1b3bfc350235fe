namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>A page that was read.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Blocks">Its blocks in reading order.</param>
internal sealed record ReadPage(int Number, List<Block> Blocks)
{
    /// <summary>What came of it.</summary>
    public PageState State { get; init; }

    /// <summary>The share of its glyphs that are known.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why all of it or parts of it could not be read.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether its last block goes on on another page.</summary>
    public bool GoesOn(ReadPage next)
        => Blocks.Count > 0 && next.Blocks.Count > 0 && State == PageState.Read && next.State == PageState.Read
            && BlockJoin.GoesOn(Blocks[PageBlocks.LastOfBody(Blocks)], next.Blocks[0]);
}

/// <summary>What comes of a page.</summary>
internal enum PageState
{
    /// <summary>Its text was read; it may be empty.</summary>
    Read,

    /// <summary>It shows something, and has no text.</summary>
    NeedsOcr,

    /// <summary>Its text was read off its image.</summary>
    Recognized,

    /// <summary>It is broken.</summary>
    Unreadable,
}

/// <summary>Reads the pages of a document.</summary>
internal interface IPageReader
{
    /// <summary>Reads a page. The same page is the same whatever was read before.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="isWanted">Whether its text is wanted, or only how it goes on from its neighbour, or into it.</param>
    /// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
    ReadPage Read(int number, bool isWanted, CancellationToken cancellation);

    /// <summary>Decides about words that are broken at the end of a page.</summary>
    HyphenRule Hyphens { get; }
}
