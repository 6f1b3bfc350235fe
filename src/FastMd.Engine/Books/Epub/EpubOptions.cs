using FastMd.Engine.Configuration;

namespace FastMd.Engine.Books.Epub;

/// <summary>How EPUB books are read.</summary>
public sealed record EpubOptions
{
    /// <summary>Size in bytes beyond which a book is refused.</summary>
    public long MaximumFileBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>What a book becomes.</summary>
    public BookLayout Layout { get; init; }

    /// <summary>How many books may be open at once; others wait.</summary>
    public int OpenBooks { get; init; } = 2;

    /// <summary>How many files a book may hold.</summary>
    public int MaximumEntries { get; init; } = 10_000;

    /// <summary>How many bytes all that is read of a book may have, unpacked.</summary>
    public long MaximumBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How many bytes one document of a book may have, unpacked.</summary>
    public long MaximumTextBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many times larger than packed a file may be; the first megabyte is free.</summary>
    public int MaximumRatio { get; init; } = 100;
}
