namespace FastMd.Engine.Documents;

/// <summary>The documents that are the index pages of their folders.</summary>
internal static class IndexPages
{
    /// <summary>What such a page is called, without its extension.</summary>
    public const string Name = "index";

    private const string Readme = "README";

    private static readonly string[] Extensions = [".md", ".markdown", ".mdx"];

    /// <summary>The paths that the index of a folder may have.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    public static IEnumerable<string> In(string folder) => Extensions.Select(extension => Path.Join(folder, Name + extension));

    /// <summary>The paths that the README of a folder may have, but for capitals.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    public static IEnumerable<string> ReadmesIn(string folder) => Extensions.Select(extension => Path.Join(folder, Readme + extension));

    /// <summary>Whether a document is a README that becomes the index of its folder: there is none else.</summary>
    /// <param name="path">Absolute path of the document.</param>
    /// <param name="isThere">Whether a file exists.</param>
    public static bool IsReadmeIndex(string path, Func<string, bool> isThere)
        => Path.GetFileNameWithoutExtension(path.AsSpan()).Equals(Readme, StringComparison.OrdinalIgnoreCase)
            && !In(Path.GetDirectoryName(path)!).Any(isThere);
}
