using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Finds what one document includes, in its tree and nowhere else.</summary>
/// <param name="reader">Reads sources.</param>
/// <param name="path">Absolute path of the document.</param>
/// <param name="basePath">Absolute path of the tree's root.</param>
/// <param name="cancellation">Cancelled when the document is abandoned.</param>
internal sealed class IncludedTexts(SourceReader reader, string path, string basePath, CancellationToken cancellation) : IIncludedTexts
{
    // How Docusaurus, VitePress and Nuxt call the folder of the site.
    private static readonly string[] SiteFolders = ["@site/", "@/", "~/"];

    // Where Mintlify looks for snippets.
    private static readonly string[] SnippetFolders = ["snippets", "_snippets"];

    // Most documents include none.
    private SortedSet<string>? _opened;

    /// <summary>Whether anything was asked for: what the document becomes depends on other files than its own then.</summary>
    public bool WereAsked { get; private set; }

    /// <summary>Absolute paths of the files that were found.</summary>
    public IReadOnlyCollection<string> Opened => _opened ?? (IReadOnlyCollection<string>)[];

    /// <inheritdoc/>
    public IncludedText? Open(string specifier, string? from)
    {
        ArgumentNullException.ThrowIfNull(specifier);
        WereAsked = true;
        if (Find(specifier, Path.GetDirectoryName(from ?? path)!) is not { } target || !reader.IsText(target) || !PathRules.IsWithin(RealPath.Of(target), RealPath.Of(basePath)))
        {
            return null;
        }

        (_opened ??= new(StringComparer.Ordinal)).Add(target);
        var text = reader.Read(DocumentSource.FromFile(target, new FileInfo(target).Length), cancellation).Text;
        var folder = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.GetDirectoryName(target)!).Replace('\\', '/');
        return new(target, Path.GetRelativePath(basePath, target).Replace('\\', '/'), text, folder == "." ? "" : folder + "/");
    }

    private string? Find(string specifier, string folder)
    {
        if (SiteFolders.FirstOrDefault(site => specifier.StartsWith(site, StringComparison.Ordinal)) is { } site)
        {
            return AtRoot(specifier[site.Length..]);
        }

        return specifier.StartsWith('/') ? AtRoot(specifier.TrimStart('/'))
            : Existing(specifier, folder) ?? SnippetFolders.Select(snippets => AtRoot($"{snippets}/{specifier}")).FirstOrDefault(static found => found is not null)

                // MkDocs sees them from the folder of its configuration, whichever that is.
                ?? AtRoot(specifier);
    }

    /// <summary>The file under the root of the site. Which folder that is, the tree's root or one in it, nobody says: it is the nearest one that has such a file.</summary>
    private string? AtRoot(string relative)
    {
        for (var root = Path.GetDirectoryName(path); root is not null && PathRules.IsWithin(root, basePath); root = Path.GetDirectoryName(root))
        {
            if (Existing(relative, root) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string relative, string folder)
        => Path.GetFullPath(relative, folder) is var target && File.Exists(target) ? target : null;
}
