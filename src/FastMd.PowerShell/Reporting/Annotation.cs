using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Annotations;

namespace FastMd.PowerShell.Reporting;

/// <summary>A diagnostic in the syntax by which a build agent shows it beside the source.</summary>
internal static class Annotation
{
    /// <summary>The line to print; null where no agent would read it.</summary>
    public static string? Line(BuildAgent agent, string path, Diagnostic diagnostic) => agent switch
    {
        BuildAgent.GitHubActions => GitHubAnnotation.Line(path, diagnostic),
        BuildAgent.AzurePipelines => AzureAnnotation.Line(path, diagnostic),
        _ => null,
    };
}
