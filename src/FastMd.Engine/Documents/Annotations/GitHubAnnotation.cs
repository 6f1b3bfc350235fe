using System.Globalization;

namespace FastMd.Engine.Documents.Annotations;

/// <summary>A diagnostic as a workflow command of GitHub Actions, which shows it beside the source.</summary>
internal static class GitHubAnnotation
{
    private static readonly Escapes Data = new(("%", "%25"), ("\r", "%0D"), ("\n", "%0A"));
    private static readonly Escapes Property = new(("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"));

    /// <summary>
    /// The path by which GitHub finds a document: from the workspace, which is the repository's root, else from the working directory;
    /// absolute where it lies in neither.
    /// </summary>
    /// <param name="path">Absolute path of the document.</param>
    /// <param name="workspace">What the variable <c>GITHUB_WORKSPACE</c> holds; null where there is none.</param>
    /// <param name="workingDirectory">Absolute path.</param>
    public static string PathOf(string path, string? workspace, string workingDirectory)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = new[] { workspace, workingDirectory }.FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && PathRules.IsWithin(path, folder));
        return root is null ? path : Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The line to print, without its end.</summary>
    /// <param name="path">Absolute path of the document, or one relative to the repository; null where the diagnostic is about none.</param>
    /// <param name="diagnostic">The diagnostic; one without a position is shown at the document's first line.</param>
    public static string Line(string? path, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var where = path is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"file={Property.In(path)},line={Math.Max(1, diagnostic.Line)},col={Math.Max(1, diagnostic.Column)},");
        return $"::{diagnostic.Kind} {where}title={Property.In(diagnostic.Code)}::{Data.In(diagnostic.Message)}";
    }
}
