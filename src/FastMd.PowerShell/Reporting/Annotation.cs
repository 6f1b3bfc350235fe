using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Annotations;

namespace FastMd.PowerShell.Reporting;

/// <summary>A diagnostic in the syntax by which a build agent shows it beside the source.</summary>
internal static class Annotation
{
    private const string Workspace = "GITHUB_WORKSPACE";

    /// <summary>The line to print; null where no agent would read it.</summary>
    /// <param name="agent">Who reads it.</param>
    /// <param name="path">Path or name of the document.</param>
    /// <param name="diagnostic">What there is to say.</param>
    /// <param name="workingDirectory">The shell's current location.</param>
    public static string? Line(BuildAgent agent, string path, Diagnostic diagnostic, string workingDirectory) => agent switch
    {
        BuildAgent.GitHubActions => GitHubAnnotation.Line(
            GitHubAnnotation.PathOf(path, Environment.GetEnvironmentVariable(Workspace), workingDirectory), diagnostic),
        BuildAgent.AzurePipelines => AzureAnnotation.Line(path, diagnostic),
        _ => null,
    };
}
