using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.PowerShell.Reporting;

/// <summary>Says in the shell's own streams what there is to say of a document.</summary>
internal sealed class ResultPresenter(PSCmdlet cmdlet, bool annotate)
{
    private readonly WarningStream _warnings = new(cmdlet);
    private readonly BuildAgent _agent = annotate ? BuildAgents.Current : BuildAgent.None;

    // To ask the shell makes it look at every drive there is: once, and not for each diagnostic.
    private readonly Lazy<string> _location = new(() => cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);

    /// <summary>Errors, warnings, annotations, the verbose line.</summary>
    public void Show(ConversionResult result)
    {
        if (result.Diagnostics.Count > 0)
        {
            Show(result.SourcePath, result.Diagnostics);
        }

        if (result is { Status: ConversionStatus.Converted, OutputPath: null, Content: null, Links: { } links })
        {
            Verbose($"{result.SourcePath}: {links.Checked} links checked in {result.Duration.TotalMilliseconds:0.0} ms");
        }
        else if (result.Status == ConversionStatus.Converted)
        {
            Verbose($"{result.SourcePath} -> {result.OutputPath ?? "(content)"} in {result.Duration.TotalMilliseconds:0.0} ms{(result.Reason is { } reason ? $": {reason}" : "")}");
        }
        else if (result.Status == ConversionStatus.Unchanged)
        {
            Verbose($"{result.SourcePath} is unchanged");
        }
    }

    /// <summary>An error or a warning about a document, and its annotation.</summary>
    public void Show(string path, Diagnostic diagnostic) => Show(path, [diagnostic]);

    private void Show(string path, IReadOnlyList<Diagnostic> diagnostics)
    {
        var areWarningsRead = _warnings.IsRead;
        for (var i = 0; i < diagnostics.Count; i++)
        {
            Show(path, diagnostics[i], areWarningsRead);
        }
    }

    private void Show(string path, Diagnostic diagnostic, bool areWarningsRead)
    {
        if (_agent != BuildAgent.None && Annotation.Line(_agent, path, diagnostic, _location.Value) is { } annotation)
        {
            HostLine.Write(cmdlet, annotation);
        }

        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            cmdlet.WriteError(DiagnosticErrors.Record(path, diagnostic));
        }
        else if (areWarningsRead)
        {
            _warnings.Write(path, diagnostic);
        }
    }

    private void Verbose(string text) => cmdlet.WriteVerbose(OneLine.Of(text));
}
