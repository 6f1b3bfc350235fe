using FastMd.Engine.Configuration;
using FastMd.Engine.Jobs.Outputs;

namespace FastMd.Engine.Jobs;

/// <summary>What is wanted of a run besides the outputs.</summary>
public sealed record JobRequest
{
    /// <summary>Whether stale outputs are removed when all documents are done.</summary>
    public bool Prune { get; init; }

    /// <summary>Asked before each removal, by the thread that takes the records; null where all are removed.</summary>
    public Func<StaleOutput, bool>? MayRemove { get; init; }

    /// <summary>Absolute path of the file that the report is written to; null for none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>Whether the run fails where an alert was raised.</summary>
    public bool FailOnAlert { get; init; }

    /// <summary>Why a job cannot do what is wanted, before anything is done; null where it can.</summary>
    /// <param name="options">What the job depends on.</param>
    public JobRefusal? RefusalFor(JobOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Sharing.IsConcurrent && !(options is { Incremental: true, ChecksLinks: false, Destination: not null }) ? JobRefusal.ConcurrentWithoutState
            : options.Sharing.Cluster is not null && !(options is { Incremental: true, ChecksLinks: false, Destination: not null }) ? JobRefusal.ClusterWithoutState
            : options.Sharing.Cluster is not null && (options.Sharing.IsConcurrent || options.Shard is not null || options.Step is not null) ? JobRefusal.ClusterAlone
            : options.Sharing.Cluster is not null && options.Settings?.Get(SettingsTable.PdfImages) == true ? JobRefusal.ClusterWithPdfImages
            : options is { Sharing.IsConcurrent: true, Shard: not null } ? JobRefusal.ConcurrentShard
            : options is { Shard: not null, OutputFile: not null } ? JobRefusal.ShardOfOneFile
            : Prune && options.Shard is not null ? JobRefusal.PruneOfShard
            : Prune && !(options.Incremental && options.Destination is not null) ? JobRefusal.PruneWithoutState
            : options is { ErrorFiles: true, Destination: null } ? JobRefusal.ErrorFilesWithoutDestination
            : ReportFile is { } path && !Reports.ReportFile.IsSupported(path) ? JobRefusal.UnknownReportForm
            : null;
    }
}

/// <summary>Why a job cannot do what is wanted.</summary>
public enum JobRefusal
{
    /// <summary>Stale outputs are known by the build state of a destination, and there is none.</summary>
    PruneWithoutState,

    /// <summary>Error files lie beside the outputs, and none are written.</summary>
    ErrorFilesWithoutDestination,

    /// <summary>The extension of the report's file names no form of a report.</summary>
    UnknownReportForm,

    /// <summary>What other shards write is not known to this one, and would seem stale.</summary>
    PruneOfShard,

    /// <summary>One document cannot be split.</summary>
    ShardOfOneFile,

    /// <summary>A job is shared by way of its destination and the build state there, and there is none.</summary>
    ConcurrentWithoutState,

    /// <summary>A share of the documents is one process's, and shared with none.</summary>
    ConcurrentShard,

    /// <summary>What workers on other machines do is recorded in a destination and its build state, and there is none.</summary>
    ClusterWithoutState,

    /// <summary>A job for workers on other machines is not split or shared in another way, and has no step that runs here.</summary>
    ClusterAlone,

    /// <summary>Images of PDF lie in the state folder of a worker.</summary>
    ClusterWithPdfImages,
}
