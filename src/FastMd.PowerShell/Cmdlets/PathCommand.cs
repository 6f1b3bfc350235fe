using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.PowerShell.Parameters;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>What all cmdlets that convert files have in common: which files, and where outputs and the report go.</summary>
public abstract class PathCommand : ConversionCommand
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private PathResolver? _paths;
    private SourceCollector? _collector;

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

    /// <summary>How many documents are converted at once.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; }

    /// <summary>Budget of working memory.</summary>
    [Parameter]
    public int MemoryLimitMB { get; set; }

    /// <summary>File the report is written to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportPath { get; set; }

    /// <summary>What paths stand for.</summary>
    private protected PathResolver Paths => _paths ??= new(this);

    /// <summary>Whether an error was written about a path.</summary>
    private protected bool HasPathFailed => Paths.HasFailed || _collector!.HasFailed;

    /// <inheritdoc/>
    protected override void EndProcessing() => _collector!.WarnOfNamesThatArePatterns();

    /// <summary>Absolute path of the file the report is written to; one that is no path, or has no form of a report, ends the pipeline.</summary>
    private protected string? RequiredReport() => ReportTarget.Required(this, ReportPath);

    /// <summary>Begins to collect documents.</summary>
    /// <param name="options">What the job depends on.</param>
    /// <param name="basePath">Absolute path that all outputs are relative to; null where what is named decides.</param>
    private protected void StartCollecting(JobOptions options, string? basePath)
        => _collector = new(this, Paths, options, new(basePath, Paths.WorkingDirectory), Recurse);

    /// <summary>The documents of what came along as one, in order.</summary>
    private protected IReadOnlyList<DocumentSource> Collect() => _collector!.Collect(ParameterSetName == PathSet ? Path : null, LiteralPath);

    private protected override void Take(GivenSettings given)
    {
        base.Take(given);
        given.Take(SettingsTable.Include, Include);
        given.Take(SettingsTable.Exclude, Exclude);
        given.Take(SettingsTable.Workers, ThrottleLimit);
        given.Take(SettingsTable.MemoryLimitMB, MemoryLimitMB);
    }
}
