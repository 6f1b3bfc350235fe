using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.PowerShell.Reporting;

/// <summary>A diagnostic in the syntax by which a build agent shows it beside the source.</summary>
internal static class Annotation
{
    /// <summary>The line to print; null where no agent would read it.</summary>
    public static string? Line(BuildAgent agent, string path, Diagnostic diagnostic)
    {
        var kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var line = Math.Max(1, diagnostic.Line).ToString(CultureInfo.InvariantCulture);
        var column = Math.Max(1, diagnostic.Column).ToString(CultureInfo.InvariantCulture);
        return agent switch
        {
            BuildAgent.GitHubActions =>
                $"::{kind} file={GitHubProperty(path)},line={line},col={column},title={diagnostic.Code}::{GitHubData(diagnostic.Message)}",
            BuildAgent.AzurePipelines =>
                $"##vso[task.logissue type={kind};sourcepath={Azure(path)};linenumber={line};columnnumber={column};code={diagnostic.Code}]{AzureData(diagnostic.Message)}",
            _ => null,
        };
    }

    private static string GitHubData(string text) => Replace(text, ("%", "%25"), ("\r", "%0D"), ("\n", "%0A"));

    private static string GitHubProperty(string text) => Replace(GitHubData(text), (":", "%3A"), (",", "%2C"));

    private static string AzureData(string text) => Replace(text, ("%", "%AZP25"), ("\r", "%0D"), ("\n", "%0A"));

    private static string Azure(string text) => Replace(AzureData(text), (";", "%3B"), ("]", "%5D"));

    private static string Replace(string text, params (string From, string To)[] pairs)
        => pairs.Aggregate(text, static (current, pair) => current.Replace(pair.From, pair.To, StringComparison.Ordinal));
}
