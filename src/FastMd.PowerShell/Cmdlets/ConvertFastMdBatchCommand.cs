using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Dashboard;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Steps;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Converts documents in parallel and in order.</summary>
[Cmdlet(VerbsData.Convert, "FastMdBatch", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FastMdResult))]
public class ConvertFastMdBatchCommand : PathCommand
{
    private readonly List<DocumentSource> _waiting = [];
    private BatchPump? _pump;
    private BatchEnding? _ending;
    private ScriptStep? _script;
    private DashboardServer? _dashboard;

    /// <summary>Directory that output paths are relative to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BasePath { get; set; }

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

    /// <summary>Where documents are converted.</summary>
    [Parameter]
    public FastMdIsolation Isolation { get; set; }

    /// <summary>How many worker processes there are.</summary>
    [Parameter]
    public int ProcessCount { get; set; }

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

    /// <summary>Size beyond which a document is refused.</summary>
    [Parameter]
    public int MaxDocumentMB { get; set; }

    /// <summary>How many small documents a worker takes at a time.</summary>
    [Parameter]
    public int BatchSize { get; set; }

    /// <summary>Whether everything is converted, and read-only outputs are replaced.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether everything is converted, and no build state is kept.</summary>
    [Parameter]
    public SwitchParameter NoIncremental { get; set; }

    /// <summary>Whether outputs whose sources are gone are removed.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Whether the job is shared with every process that runs it in the same destination.</summary>
    [Parameter]
    public SwitchParameter Concurrent { get; set; }

    /// <summary>Address of the NATS server at which the job is published for workers on other machines.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>How sources and outputs get from machine to machine.</summary>
    [Parameter]
    public FastMdClusterFiles ClusterFiles { get; set; }

    /// <summary>Where the live page of the job is served.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Dashboard { get; set; }

    /// <summary>Which share of the documents is converted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Shard { get; set; }

    /// <summary>Whether a document that fails leaves a file that says why.</summary>
    [Parameter]
    public SwitchParameter ErrorFile { get; set; }

    /// <summary>What becomes of local files that documents reference.</summary>
    [Parameter]
    public FastMdAssets Assets { get; set; }

    /// <summary>Whether nothing is said of links that lead to nothing.</summary>
    [Parameter]
    public SwitchParameter NoLinkWarning { get; set; }

    /// <summary>What an EPUB becomes.</summary>
    [Parameter]
    public FastMdBookLayout Books { get; set; }

    /// <summary>Command that reads images of PDF pages.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Ocr { get; set; } = "";

    /// <summary>Whether links are checked and nothing is written.</summary>
    [Parameter]
    public SwitchParameter CheckLinks { get; set; }

    /// <summary>Script block that each converted document goes through.</summary>
    [Parameter]
    [ValidateNotNull]
    public ScriptBlock? ProcessWith { get; set; }

    /// <summary>How often what the script block calls may be called.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RateLimit { get; set; } = "none";

    /// <summary>Whether diagnostics are also written in the build agent's annotation syntax.</summary>
    [Parameter]
    public SwitchParameter Annotate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!NeedsAll)
        {
            Convert(Collect());
        }
        else
        {
            // Which documents are this process's is known when all are.
            _waiting.AddRange(Collect());
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (NeedsAll)
        {
            Convert(_waiting);
        }

        _pump!.Finish();
        _ending!.Close(_pump.Report);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Cancel();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _pump?.Dispose();
        _dashboard?.Dispose();
        _script?.Dispose();
        _ending?.Close(_pump!.Report);
        if (_ending is not null && _pump!.WriteReport() is { } failed)
        {
            // The pipeline that ended early takes no more errors.
            Host.UI.WriteWarningLine(DiagnosticErrors.ReportUnwritable(failed.Path, failed.Failure).Exception.Message);
        }
    }

    private protected override void Begin(SettingsResolver settings)
    {
        var reportPath = RequiredReport();
        var basePath = Paths.Required(BasePath);
        var options = JobOptions.From(settings, basePath ?? Paths.WorkingDirectory, DestinationAsNamed(), Force).OrOneFile().WithModuleWorkers() with
        {
            DryRun = IsWhatIf,
            ChecksLinks = CheckLinks,
            ErrorFiles = ErrorFile,
            IsWatched = Dashboard is not null,
            Shard = Shard is { } number ? ShardNumber.Parse(number, "-Shard", settings.EnvironmentVariable) : null,
        };
        options = options with { Sharing = options.Sharing with { IsConcurrent = Concurrent, Cluster = Cluster is null ? null : ClusterAt(Cluster, settings) } };
        var request = new JobRequest { Prune = Prune, MayRemove = stale => ShouldProcess(stale.Path, $"Remove, because {stale.Reason}") };
        if (request.RefusalFor(options) is { } refusal)
        {
            ThrowTerminatingError(refusal switch
            {
                JobRefusal.PruneWithoutState => DiagnosticErrors.PruneWithoutState(),
                JobRefusal.ConcurrentWithoutState => DiagnosticErrors.ConcurrentWithoutState(),
                JobRefusal.ConcurrentShard => DiagnosticErrors.ConcurrentShard(),
                JobRefusal.ClusterWithoutState => DiagnosticErrors.ClusterWithoutState(),
                JobRefusal.ClusterAlone => DiagnosticErrors.ClusterAlone(),
                JobRefusal.ClusterWithPdfImages => DiagnosticErrors.ClusterWithPdfImages(),
                JobRefusal.PruneOfShard => DiagnosticErrors.PruneOfShard(),
                JobRefusal.ShardOfOneFile => DiagnosticErrors.ShardOfOneFile(Destination!),
                _ => DiagnosticErrors.ErrorFileWithoutDestination(),
            });
        }

        if (ProcessWith is not null)
        {
            options = WithScript(options, ProcessWith);
        }

        StartCollecting(options, basePath);
        _pump = Pump(options, request, new(this, Annotate), result => WriteObject(result.ToShell()));
        _pump.ReportFile = reportPath is not null && ShouldProcess(reportPath, "Write the report") ? reportPath : null;
        _ending = new(Runspace.DefaultRunspace);
        if (Dashboard is not null)
        {
            _dashboard = Open(Dashboard, _pump.Live);
            HostLine.Write(this, $"Dashboard: {_dashboard.Address}");
        }
    }

    private protected override void Take(GivenSettings given)
    {
        base.Take(given);
        given.Take(SettingsTable.Encoding, Encoding);
        given.Take(SettingsTable.StrictEncoding, StrictEncoding);
        given.Take(SettingsTable.FollowLinks, FollowLink.ToEngine());
        given.Take(SettingsTable.Incremental, !NoIncremental);
        given.Take(SettingsTable.Assets, Assets.ToEngine());
        given.Take(SettingsTable.LinkWarnings, !NoLinkWarning);
        given.Take(SettingsTable.ResourceProfile, ResourceProfile.ToEngine());
        given.Take(SettingsTable.Isolation, Isolation.ToEngine());
        given.Take(SettingsTable.Processes, ProcessCount);
        given.Take(SettingsTable.Adaptive, !NoAdaptive);
        given.Take(SettingsTable.CpuLimitPercent, CpuLimitPercent);
        given.Take(SettingsTable.Parallel, !NoParallel);
        given.Take(SettingsTable.Ordered, !Unordered);
        given.Take(SettingsTable.MaxDocumentMB, MaxDocumentMB);
        given.Take(SettingsTable.BatchSize, BatchSize);
        given.TakeText(SettingsTable.RateLimit, RateLimit);
        given.Take(SettingsTable.Books, Books.ToEngine());
        given.Take(SettingsTable.Ocr, Ocr);
    }

    private ClusterOptions ClusterAt(string url, SettingsResolver settings)
    {
        if (ClusterDoor.RefusalOf(url) is { } refusal)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidCluster(refusal));
        }

        return new(() => ClusterDoor.Connect(url, settings.EnvironmentVariable), Paths.WorkingDirectory, ClusterFiles.ToEngine());
    }

    private DashboardServer Open(string where, ILiveSource job)
    {
        try
        {
            return DashboardServer.Start(DashboardEndpoint.Parse(where), job, TimeProvider.System);
        }
        catch (Exception refused) when (refused is FormatException or IOException)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidDashboard(refused));
            throw;
        }
    }

    private JobOptions WithScript(JobOptions options, ScriptBlock script)
    {
        if (options.ChecksLinks)
        {
            ThrowTerminatingError(DiagnosticErrors.ProcessWithoutOutputs());
        }

        if (options.Isolation.Kind == Engine.Configuration.Isolation.Process || Concurrent || Cluster is not null)
        {
            ThrowTerminatingError(DiagnosticErrors.ProcessWithOtherProcesses());
        }

        try
        {
            _script = new(this, script);
        }
        catch (ArgumentException unusable)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidProcessWith(unusable));
        }

        return options.WithStep(new DelegateStep(_script!.Run), _script.Identity, "script");
    }

    private void Convert(IReadOnlyList<DocumentSource> sources)
    {
        var isShared = (Concurrent || Cluster is not null) && !IsWhatIf;
        foreach (var document in Plan(sources))
        {
            // Of a job that is shared each process converts some documents: nobody could be asked about each.
            if (!isShared && !MayWrite(document))
            {
                _ending!.WasDeclined = true;
                continue;
            }

            if (ReportFile.IsOutputOf(_pump!.ReportFile, document))
            {
                // The report gives way.
                WriteError(DiagnosticErrors.ReportPathTaken(_pump.ReportFile!, document.Source.Name));
                _pump.ReportFile = null;
            }

            if (!isShared)
            {
                _pump.Admit(document);
            }
        }

        if (isShared)
        {
            AdmitClaimed();
        }
    }

    private void AdmitClaimed()
    {
        try
        {
            _pump!.AdmitClaimed();
        }
        catch (SharedJobException failure)
        {
            ThrowTerminatingError(DiagnosticErrors.SharedJob(failure, Destination));
        }
    }

    private IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<DocumentSource> sources)
    {
        try
        {
            return _pump!.Plan(sources);
        }
        catch (DestinationInUseException busy)
        {
            ThrowTerminatingError(DiagnosticErrors.DestinationInUse(busy, Destination));
            throw;
        }
        catch (SharedJobException failure)
        {
            ThrowTerminatingError(DiagnosticErrors.SharedJob(failure, Destination));
            throw;
        }
    }

    // The shell drops the separator at the end, which says that it is a directory.
    private string? DestinationAsNamed()
        => Paths.Required(Destination) is { } full
            ? (Destination!.EndsWith('/') || Destination.EndsWith('\\')) && !System.IO.Path.EndsInDirectorySeparator(full) ? full + System.IO.Path.DirectorySeparatorChar : full
            : null;

    private bool NeedsAll => Shard is not null || Concurrent || Cluster is not null;

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? (SwitchParameter)given
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    private bool MayWrite(PlannedDocument document)
        => document.OutputPath is not { } output
            || document.IsSettled
            || ShouldProcess(output, $"Convert '{document.Source.Name}'");
}
