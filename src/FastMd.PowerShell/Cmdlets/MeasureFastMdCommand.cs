using System.Collections;
using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Measuring;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Results.Speed;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Measures how the speed of a set of documents depends on the number of workers.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "FastMd", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FastMdSpeed))]
public sealed class MeasureFastMdCommand : PSCmdlet, IDisposable
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<DocumentSource> _sources = [];
    private PathResolver? _paths;
    private SourceCollector? _collector;
    private JobOptions? _options;
    private MeasuringRun? _measuring;
    private MeasuringFolder? _folder;
    private string? _reportPath;

    /// <summary>Files or directories; wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files or directories, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Directory that outputs are written to.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Whether directories are searched with all their folders.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Patterns of the files taken from directories.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Include { get; set; } = [];

    /// <summary>Patterns of the files and folders left out of directories.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Exclude { get; set; } = [];

    /// <summary>The most workers that are measured.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; }

    /// <summary>How often each number of workers is measured.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int Round { get; set; } = 5;

    /// <summary>Markdown flavour.</summary>
    [Parameter]
    public FastMdFlavor Flavor { get; set; }

    /// <summary>What becomes of raw HTML.</summary>
    [Parameter]
    public FastMdRawHtml RawHtml { get; set; }

    /// <summary>Budget of working memory.</summary>
    [Parameter]
    public int MemoryLimitMB { get; set; }

    /// <summary>Any settings, by their keys.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public Hashtable Setting { get; set; } = [];

    /// <summary>File the measurement is written to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _measuring?.Dispose();
        _folder?.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _paths = new(this);
        _reportPath = ReportTarget.Required(this, ReportPath);
        try
        {
            _options = JobOptions.From(Settings(), _paths.WorkingDirectory, _paths.Required(Destination), force: false);
        }
        catch (SettingException invalid)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidSetting(invalid));
        }

        _collector = new(this, _paths, _options!, new(given: null, _paths.WorkingDirectory), Recurse);
        _measuring = new(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _sources.AddRange(_collector!.Collect(ParameterSetName == PathSet ? Path : null, LiteralPath));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _collector!.WarnOfNamesThatArePatterns();
        if (_sources.Count == 0)
        {
            // What was not found is an error already: one mistake is one error.
            if (!_paths!.HasFailed && !_collector.HasFailed)
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

    private SettingsResolver Settings()
    {
        var given = new GivenSettings(this);
        given.Take(SettingsTable.Include, Include);
        given.Take(SettingsTable.Exclude, Exclude);
        given.Take(SettingsTable.Workers, ThrottleLimit);
        given.Take(SettingsTable.Flavor, Flavor.ToEngine());
        given.Take(SettingsTable.RawHtml, RawHtml.ToEngine());
        given.Take(SettingsTable.MemoryLimitMB, MemoryLimitMB);
        given.Take(Setting);
        return given.Settings;
    }
}
