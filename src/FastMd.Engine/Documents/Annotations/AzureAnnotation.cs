using System.Globalization;

namespace FastMd.Engine.Documents.Annotations;

/// <summary>A diagnostic as a logging command of Azure Pipelines, which counts it among the run's issues and links it to the source.</summary>
internal static class AzureAnnotation
{
    private static readonly Escapes Data = new(("%", "%AZP25"), ("\r", "%0D"), ("\n", "%0A"));
    private static readonly Escapes Property = new(("%", "%AZP25"), ("\r", "%0D"), ("\n", "%0A"), (";", "%3B"), ("]", "%5D"));

    /// <summary>The line to print, without its end.</summary>
    /// <param name="path">Absolute path of the document, from which the agent finds the repository's; null where the diagnostic is about none.</param>
    /// <param name="diagnostic">The diagnostic; one without a position is shown at the document's first line.</param>
    public static string Line(string? path, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var where = path is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"sourcepath={Property.In(path)};linenumber={Math.Max(1, diagnostic.Line)};columnnumber={Math.Max(1, diagnostic.Column)};");
        return $"##vso[task.logissue type={diagnostic.Kind};{where}code={Property.In(diagnostic.Code)}]{Data.In(diagnostic.Message)}";
    }
}

/// <summary>What an agent's syntax writes for characters that mean something to it; the escape character itself comes first.</summary>
internal sealed class Escapes(params (string From, string To)[] pairs)
{
    public string In(string text)
        => pairs.Aggregate(text, static (current, pair) => current.Replace(pair.From, pair.To, StringComparison.Ordinal));
}
