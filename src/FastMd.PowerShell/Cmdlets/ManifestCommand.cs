using System.Management.Automation;
using FastMd.Engine.Coordination.Manifest;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>What the cmdlets have in common that are about a job that several processes share.</summary>
public abstract class ManifestCommand : PSCmdlet
{
    /// <summary>Destination of the job.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Does something with the job of the destination; what goes wrong is an error.</summary>
    private protected void With(Action<string, JobManifest> act)
    {
        var destination = new PathResolver(this).Required(Destination);
        try
        {
            if (JobManifest.Read(destination) is { } manifest)
            {
                act(destination, manifest);
            }
            else
            {
                WriteError(DiagnosticErrors.NoJob(destination));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteError(DiagnosticErrors.ManifestUnreadable(destination, failure));
        }
    }
}
