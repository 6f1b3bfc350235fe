using System.Globalization;

namespace FastMd.Engine.Documents.Annotations;

/// <summary>A diagnostic as a workflow command of GitHub Actions, which shows it beside the source.</summary>
public static class GitHubAnnotation
{
    private static readonly Escapes Data = new(("%", "%25"), ("\r", "%0D"), ("\n", "%0A"));
    private static readonly Escapes Property = new(("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"));

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
