using FastMd.Cli.Dashboard;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Jobs;

namespace FastMd.Cli.Running;

/// <summary>What the command line asks for.</summary>
internal sealed record RunRequest
{
    /// <summary>Files, directories, globs or <c>-</c>, as typed.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute path of the output directory; null for standard output.</summary>
    public string? Destination { get; init; }

    /// <summary>Absolute path output paths are relative to; null where the input decides.</summary>
    public string? BasePath { get; init; }

    public required SettingsResolver Settings { get; init; }

    /// <summary>Absolute path of the settings file in force; null where there is none.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>Address of the collector that receives metrics and traces; null where there is none.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>What the run is one of, said before what it comes to: why a run that watches converts again, or which shard; null where it stands alone.</summary>
    public string? Occasion { get; init; }

    /// <summary>The documents that runs before this one gave up; null where there were none.</summary>
    public GivenUpDocuments? GivenUp { get; init; }

    public bool Force { get; init; }

    /// <summary>Whether outputs without a source are removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether a document that fails leaves a file that says why.</summary>
    public bool ErrorFiles { get; init; }

    /// <summary>Whether documents are compared with what they would become, and nothing is written.</summary>
    public bool Check { get; init; }

    /// <summary>The command that each converted document goes through, and its arguments; empty for none.</summary>
    public IReadOnlyList<string> Exec { get; init; } = [];

    public bool DryRun { get; init; }

    /// <summary>Whether the job is shared with other processes that have it in the same destination.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Address of the broker that the job is published at, checked; null where it is done here.</summary>
    public string? Cluster { get; init; }

    /// <summary>How sources and outputs get from machine to machine.</summary>
    public ClusterFiles ClusterFiles { get; init; }

    /// <summary>Which shard of the documents is converted; null where all are.</summary>
    public ShardNumber? Shard { get; init; }

    public ProgressMode Progress { get; init; }

    /// <summary>The live page of the run; null where nobody asked for it.</summary>
    public RunDashboard? Dashboard { get; init; }

    public bool Json { get; init; }

    /// <summary>Whether standard output is for results, or for the plan of a dry run.</summary>
    public bool UsesStandardOutput => Json || DryRun || (Destination is null && !Check);

    /// <summary>Absolute path of the file the report is written to; null for none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>Whether an alert fails the run.</summary>
    public bool FailOnAlert { get; init; }

    /// <summary>In which form diagnostics are wanted, and where.</summary>
    public DiagnosticRequest Diagnostics { get; init; } = new();

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }
}
