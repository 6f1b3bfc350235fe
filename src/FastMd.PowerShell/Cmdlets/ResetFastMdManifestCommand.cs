using System.Management.Automation;
using FastMd.Engine.Coordination.Manifest;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Reopens documents of a job that several processes share, so that they are done again.</summary>
[Cmdlet(VerbsCommon.Reset, "FastMdManifest", SupportsShouldProcess = true)]
[OutputType(typeof(FastMdManifestItem))]
public sealed class ResetFastMdManifestCommand : ManifestCommand
{
    /// <summary>Documents, or patterns of them.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Source { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => With(Reset);

    private void Reset(string destination, JobManifest manifest)
    {
        foreach (var unknown in Source.Where(name => !manifest.Items.Any(ItemChoice.Of([name]))))
        {
            WriteError(DiagnosticErrors.ItemNotFound(unknown, destination));
        }

        var wanted = Source.Length == 0 ? "documents that failed" : string.Join(", ", Source);
        if (!ShouldProcess(destination, $"Reopen {wanted}"))
        {
            return;
        }

        foreach (var item in JobReset.Run(destination, ItemChoice.Of(Source), TimeProvider.System))
        {
            WriteObject(item.ToShell());
        }
    }
}
