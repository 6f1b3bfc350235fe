using System.Management.Automation;
using FastMd.Engine.Health;
using FastMd.Engine.Resources;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Checks whether this machine and a destination are as conversion needs them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "FastMdHealth")]
[OutputType(typeof(FastMdHealthRow))]
public sealed class TestFastMdHealthCommand : PSCmdlet
{
    /// <summary>Directory outputs are to be written to.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var check = new HealthCheck(new()
        {
            Variable = Environment.GetEnvironmentVariable,
            TemporaryFolder = Path.GetTempPath(),
            Destination = new PathResolver(this).Required(Destination),
            Probe = new MachineProbe(),
            Worker = ModuleWorkers.Try,
        });
        foreach (var row in check.Run())
        {
            WriteObject(row.ToShell());
        }
    }
}
