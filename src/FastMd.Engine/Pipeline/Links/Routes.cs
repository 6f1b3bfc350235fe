using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Links;

/// <summary>
/// Finds the documents behind addresses of a site's pages, which have no extension: <c>/guides/install</c> is <c>guides/install.mdx</c>, or
/// <c>guides/install/index.md</c>.
/// </summary>
internal static class Routes
{
    private const string Page = ".html";

    private static readonly string[] Extensions = [".md", ".mdx", ".markdown"];

    /// <summary>Absolute path of the document that a route is of; null where there is none.</summary>
    /// <param name="places">Absolute paths that the route may stand for, as the first that is there goes.</param>
    /// <param name="isDocument">Whether there is a document at a path.</param>
    public static string? Find(IEnumerable<string> places, Func<string, bool> isDocument)
        => places.SelectMany(Candidates).FirstOrDefault(isDocument);

    /// <summary>The folders that addresses with a slash before them may begin at: nobody says which is the site's, so that it is the nearest that has such a document.</summary>
    /// <param name="folder">Absolute path of the folder of the document.</param>
    /// <param name="root">Absolute path of the tree's root.</param>
    public static IEnumerable<string> RootsAbove(string folder, string root)
    {
        for (string? at = folder; at is not null && PathRules.IsWithin(at, root); at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    /// <summary>The address of a document, as seen from a folder.</summary>
    public static string AddressOf(string document, string folder)
        => string.Join('/', Path.GetRelativePath(folder, document).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(static part => part is "." or ".." ? part : Uri.EscapeDataString(part)));

    private static IEnumerable<string> Candidates(string place)
    {
        var name = Path.TrimEndingDirectorySeparator(place);
        if (name.EndsWith(Page, StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^Page.Length];
        }

        return Extensions.Select(extension => name + extension).Concat(IndexPages.In(name)).Concat(IndexPages.ReadmesIn(name));
    }
}
