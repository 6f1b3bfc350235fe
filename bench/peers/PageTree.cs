using System.Globalization;

namespace FastMd.Peers;

/// <summary>A tree of pages to convert, made of copies of a corpus.</summary>
/// <param name="Root">Its folder.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Bytes">How long they are together.</param>
internal sealed record PageTree(string Root, int Pages, long Bytes)
{
    public const string Markdown = "*.md";
    public const string Mdx = "*.mdx";
    public const string Pdf = "*.pdf";
    public const string Epub = "*.epub";

    /// <summary>Copies the corpus, again and again, each time to a folder of its own, until there are so many pages.</summary>
    public static PageTree Copy(IReadOnlyList<FileInfo> corpus, string corpusRoot, string root, int pages)
    {
        var bytes = 0L;
        for (var i = 0; i < pages; i++)
        {
            var page = corpus[i % corpus.Count];
            var copy = (i / corpus.Count).ToString("000", CultureInfo.InvariantCulture);
            var path = Path.Combine(root, copy, Path.GetRelativePath(corpusRoot, page.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            page.CopyTo(path);
            bytes += page.Length;
        }

        return new(root, pages, bytes);
    }

    /// <summary>The pages of a folder, always in the same order.</summary>
    public static IReadOnlyList<FileInfo> Find(string root, string pattern)
        => [.. new DirectoryInfo(root).EnumerateFiles(pattern, SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)];

    /// <summary>The page half of the others are shorter than.</summary>
    public static FileInfo Median(IReadOnlyList<FileInfo> corpus) => corpus.OrderBy(page => page.Length).ElementAt(corpus.Count / 2);
}
