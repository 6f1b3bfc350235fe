using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Converts documents in parallel and in order.</summary>
[Cmdlet(VerbsData.Convert, "FastMdBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FastMdResult))]
public sealed class ConvertFastMdBatchCommand : ConversionCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private SourceCollector? _collector;
    private BatchEnding? _ending;
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

    /// <summary>Directory that output paths are relative to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BasePath { get; set; }

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

    /// <summary>Which symbolic links are followed.</summary>
    [Parameter]
    public FastMdFollowLink FollowLink { get; set; }

    /// <summary>Encoding of sources without a byte order mark.</summary>
    [Parameter]
    [EncodingName]
    [ArgumentCompleter(typeof(EncodingNameCompleter))]
    public string Encoding { get; set; } = "utf-8";

    /// <summary>Whether invalid bytes fail a document.</summary>
    [Parameter]
    public SwitchParameter StrictEncoding { get; set; }

    /// <summary>How much of the machine the batch takes.</summary>
    [Parameter]
    public FastMdResourceProfile ResourceProfile { get; set; } = FastMdResourceProfile.Medium;

    /// <summary>How many documents are converted at once.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; }

    /// <summary>Whether documents are converted one after the other.</summary>
    [Parameter]
    public SwitchParameter NoParallel { get; set; }

    /// <summary>Whether the number of workers stays as it is.</summary>
    [Parameter]
    public SwitchParameter NoAdaptive { get; set; }

    /// <summary>Percent of the machine's processors beyond which the batch holds back.</summary>
    [Parameter]
    public int CpuLimitPercent { get; set; }

    /// <summary>Whether results come as they are ready.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Budget of working memory.</summary>
    [Parameter]
    public int MemoryLimitMB { get; set; }

    /// <summary>Size beyond which a document is refused.</summary>
    [Parameter]
    public int MaxDocumentMB { get; set; }

    /// <summary>How many small documents a worker takes at a time.</summary>
    [Parameter]
    public int BatchSize { get; set; }

    /// <summary>Whether everything is converted, and read-only outputs are replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether everything is converted, and nothing is taken down for the next run.</summary>
    [Parameter]
    public SwitchParameter NoIncremental { get; set; }

    /// <summary>Whether outputs whose sources are gone are removed.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Whether a document that fails leaves a file that says why.</summary>
    [Parameter]
    public SwitchParameter ErrorFile { get; set; }

    /// <summary>What becomes of local files that documents reference.</summary>
    [Parameter]
    public FastMdAssets Assets { get; set; }

    /// <summary>Whether nothing is said of links that lead to nothing.</summary>
    [Parameter]
    public SwitchParameter NoLinkWarning { get; set; }

    /// <summary>Whether links are checked and nothing is written.</summary>
    [Parameter]
    public SwitchParameter CheckLinks { get; set; }

    /// <summary>File the report of the batch is written to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>Whether diagnostics are also written in the build agent's annotation syntax.</summary>
    [Parameter]
    public SwitchParameter Annotate { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Pump.ReportFile = _reportPath is not null && ShouldProcess(_reportPath, "Write the report") ? _reportPath : null;
        _ending = new(Runspace.DefaultRunspace);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var document in Plan(_collector!.Collect(ParameterSetName == PathSet ? Path : null, LiteralPath)))
        {
            if (!MayWrite(document))
            {
                _ending!.WasDeclined = true;
                continue;
            }

            if (ReportFile.IsOutputOf(Pump.ReportFile, document))
            {
                // The report gives way.
                WriteError(DiagnosticErrors.ReportPathTaken(Pump.ReportFile!, document.Source.Name));
                Pump.ReportFile = null;
            }

            Pump.Admit(document);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _collector!.WarnOfNamesThatArePatterns();
        base.EndProcessing();
        _ending!.Close(Pump.Report);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _ending?.Close(Pump.Report);
        if (_ending is not null && Pump.WriteReport() is { } failed)
        {
            // The pipeline that ended early takes no more errors.
            Host.UI.WriteWarningLine(DiagnosticErrors.ReportUnwritable(failed.Path, failed.Failure).Exception.Message);
        }
    }

    private protected override ResultPresenter Presenter() => new(this, Annotate);

    private protected override JobRequest Request => new()
    {
        Prune = Prune,
        MayRemove = stale => ShouldProcess(stale.Path, $"Remove, because {stale.Reason}"),
    };

    private protected override JobOptions Options(SettingsResolver settings)
    {
        var paths = new PathResolver(this);
        _reportPath = ReportTarget.Required(this, ReportPath);
        var basePath = paths.Required(BasePath);
        var options = JobOptions.From(settings, basePath ?? paths.WorkingDirectory, DestinationAsNamed(paths), Force).OrOneFile() with
        {
            DryRun = IsWhatIf,
            ChecksLinks = CheckLinks,
            ErrorFiles = ErrorFile,
        };
        if (Request.RefusalFor(options) is { } refusal)
        {
            ThrowTerminatingError(refusal == JobRefusal.PruneWithoutState ? DiagnosticErrors.PruneWithoutState() : DiagnosticErrors.ErrorFileWithoutDestination());
        }

        _collector = new(this, paths, options, new(basePath, paths.WorkingDirectory), Recurse);
        return options;
    }

    private protected override void Take(GivenSettings given)
    {
        base.Take(given);
        given.Take(SettingsTable.Encoding, Encoding);
        given.Take(SettingsTable.StrictEncoding, StrictEncoding);
        given.Take(SettingsTable.Include, Include);
        given.Take(SettingsTable.Exclude, Exclude);
        given.Take(SettingsTable.FollowLinks, FollowLink.ToEngine());
        given.Take(SettingsTable.Incremental, !NoIncremental);
        given.Take(SettingsTable.Assets, Assets.ToEngine());
        given.Take(SettingsTable.LinkWarnings, !NoLinkWarning);
        given.Take(SettingsTable.ResourceProfile, ResourceProfile.ToEngine());
        given.Take(SettingsTable.Workers, ThrottleLimit);
        given.Take(SettingsTable.Adaptive, !NoAdaptive);
        given.Take(SettingsTable.CpuLimitPercent, CpuLimitPercent);
        given.Take(SettingsTable.Parallel, !NoParallel);
        given.Take(SettingsTable.Ordered, !Unordered);
        given.Take(SettingsTable.MemoryLimitMB, MemoryLimitMB);
        given.Take(SettingsTable.MaxDocumentMB, MaxDocumentMB);
        given.Take(SettingsTable.BatchSize, BatchSize);
    }

    private protected override void Emit(ConversionResult result) => WriteObject(result.ToShell());

    private IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<DocumentSource> sources)
    {
        try
        {
            return Pump.Plan(sources);
        }
        catch (DestinationInUseException busy)
        {
            ThrowTerminatingError(DiagnosticErrors.DestinationInUse(busy, Destination));
            throw;
        }
    }

    // The shell drops the separator at the end, which says that it is a directory.
    private string? DestinationAsNamed(PathResolver paths)
        => paths.Required(Destination) is { } full
            ? (Destination!.EndsWith('/') || Destination.EndsWith('\\')) && !System.IO.Path.EndsInDirectorySeparator(full) ? full + System.IO.Path.DirectorySeparatorChar : full
            : null;

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    private bool MayWrite(PlannedDocument document)
        => document.OutputPath is not { } output
            || document.IsSettled
            || ShouldProcess(output, $"Convert '{document.Source.Name}'");
}
