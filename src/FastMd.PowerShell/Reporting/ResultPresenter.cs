using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.PowerShell.Reporting;

/// <summary>Says in the shell's own streams what there is to say of a document.</summary>
internal sealed class ResultPresenter(Cmdlet cmdlet, bool annotate)
{
    private readonly BuildAgent _agent = annotate ? BuildAgents.Current : BuildAgent.None;

    /// <summary>Errors, warnings, annotations, the verbose line.</summary>
    public void Show(ConversionResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            if (Annotation.Line(_agent, result.SourcePath, diagnostic) is { } annotation)
            {
                HostLine.Write(cmdlet, annotation);
            }

            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                cmdlet.WriteError(DiagnosticErrors.Record(result.SourcePath, diagnostic));
            }
            else
            {
                cmdlet.WriteWarning(diagnostic.Format(result.SourcePath));
            }
        }

        if (result.Status == ConversionStatus.Converted)
        {
            cmdlet.WriteVerbose($"{result.SourcePath} -> {result.OutputPath ?? "(content)"} in {result.Duration.TotalMilliseconds:0.0} ms{(result.Reason is { } reason ? $": {reason}" : "")}");
        }
        else if (result.Status == ConversionStatus.Unchanged)
        {
            cmdlet.WriteVerbose($"{result.SourcePath} is unchanged");
        }
    }
}
