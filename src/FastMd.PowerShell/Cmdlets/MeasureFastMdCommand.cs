using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Measuring;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Results.Speed;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Measures how the speed of a set of documents depends on the number of workers.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "FastMd", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FastMdSpeed))]
public sealed class MeasureFastMdCommand : PathCommand
{
    private readonly List<DocumentSource> _sources = [];
    private JobOptions? _options;
    private MeasuringRun? _measuring;
    private MeasuringFolder? _folder;
    private string? _reportPath;

    /// <summary>How often each number of workers is measured.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int Round { get; set; } = 5;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sources.AddRange(Collect());

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_sources.Count == 0)
        {
            // What was not found is an error already: one mistake is one error.
            if (!HasPathFailed)
            {
                WriteError(DiagnosticErrors.NoDocuments());
            }
        }
        else if (ShouldProcess(_options!.Destination ?? "a temporary folder", $"Convert {_sources.Count} documents again and again"))
        {
            Measure();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _measuring?.Cancel();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _measuring?.Dispose();
        _folder?.Dispose();
    }

    private protected override void Begin(SettingsResolver settings)
    {
        _reportPath = RequiredReport();
        _options = JobOptions.From(settings, Paths.WorkingDirectory, Paths.Required(Destination), force: false).WithModuleWorkers(mayChoose: false);
        StartCollecting(_options, basePath: null);
        _measuring = new(this);
    }

    private void Measure()
    {
        _folder = new(_options!.Destination);
        if (_measuring!.Run(_options with { Destination = _folder.Path }, _sources, Round) is not { } measurement)
        {
            return;
        }

        if (_reportPath is not null && ReportWriting.Try(_reportPath, path => SpeedFile.Write(measurement, path)) is { } error)
        {
            WriteError(error);
        }

        if (measurement.Failed > 0)
        {
            WriteWarning($"{measurement.Failed} of {measurement.Documents} documents failed each time; Convert-FastMdBatch says why.");
        }

        WriteObject(measurement.ToShell());
    }
}
