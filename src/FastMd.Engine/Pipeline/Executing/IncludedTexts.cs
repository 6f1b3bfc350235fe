using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Finds what one document includes, in its tree and nowhere else.</summary>
/// <param name="reader">Reads sources.</param>
/// <param name="path">Absolute path of the document.</param>
/// <param name="basePath">Absolute path of the tree's root.</param>
/// <param name="cancellation">Cancelled when the document is abandoned.</param>
internal sealed class IncludedTexts(SourceReader reader, string path, string basePath, CancellationToken cancellation) : IIncludedTexts
{
    // How Docusaurus calls the folder of the site.
    private const string SiteFolder = "@site/";

    /// <summary>Whether anything was asked for: what the document becomes depends on other files than its own then.</summary>
    public bool WereAsked { get; private set; }

    /// <inheritdoc/>
    public IncludedText? Open(string specifier, string? from)
    {
        ArgumentNullException.ThrowIfNull(specifier);
        WereAsked = true;
        var target = specifier.StartsWith(SiteFolder, StringComparison.Ordinal) ? Path.GetFullPath(specifier[SiteFolder.Length..], basePath)
            : specifier.StartsWith('/') ? Path.GetFullPath(specifier.TrimStart('/'), basePath)
            : Path.GetFullPath(specifier, Path.GetDirectoryName(from ?? path)!);
        if (!File.Exists(target) || !PathRules.IsWithin(RealPath.Of(target), RealPath.Of(basePath)))
        {
            return null;
        }

        var text = reader.Read(DocumentSource.FromFile(target, new FileInfo(target).Length), cancellation).Text;
        var folder = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.GetDirectoryName(target)!).Replace('\\', '/');
        return new(target, Path.GetRelativePath(basePath, target).Replace('\\', '/'), text, folder == "." ? "" : folder + "/");
    }
}
