using System.Management.Automation;
using FastMd.PowerShell.Results;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Gets how far a job is that several processes share.</summary>
[Cmdlet(VerbsCommon.Get, "FastMdManifest")]
[OutputType(typeof(FastMdManifest))]
public sealed class GetFastMdManifestCommand : ManifestCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => With((destination, manifest) => WriteObject(manifest.ToShell(destination)));
}
