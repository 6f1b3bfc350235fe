using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Alerts;
using FastMd.Engine.Jobs.Books;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Resources;
using FastMd.Engine.Steps;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Jobs;

/// <summary>Everything a job depends on besides its documents.</summary>
public sealed record JobOptions
{
    private const long MegaByte = 1024 * 1024;

    /// <summary>Absolute path of the folder outputs are written to; null where results carry the content.</summary>
    public string? Destination { get; init; }

    /// <summary>
    /// Absolute path of the file, in the destination, that a single document becomes; null where outputs are called after their documents.
    /// </summary>
    public string? OutputFile { get; init; }

    /// <summary>Absolute path of the folder that documents without one of their own are seen from.</summary>
    public required string BasePath { get; init; }

    /// <summary>What documents are converted to.</summary>
    public Target Target { get; init; } = new HtmlTarget();

    /// <summary>How sources are read.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>What becomes of links, and of the files that they lead to.</summary>
    public LinkOptions Links { get; init; } = new();

    /// <summary>Which symbolic links lead to documents and to files that go along.</summary>
    public FollowLinks FollowLinks { get; init; }

    /// <summary>Size in bytes beyond which a document is refused.</summary>
    public long MaximumDocumentBytes { get; init; } = SettingsTable.MaxDocumentMB.Default * MegaByte;

    /// <summary>Whether outputs that are read-only are replaced.</summary>
    public bool OverwriteReadOnly { get; init; }

    /// <summary>Whether outputs that are what documents would be converted to are left alone.</summary>
    public bool Incremental { get; init; }

    /// <summary>Whether a build state is believed that was not written where it lies.</summary>
    public bool TrustsState { get; init; }

    /// <summary>Whether every document is converted, whatever is known of its output.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Whether nothing is written: the job plans only.</summary>
    public bool DryRun { get; init; }

    /// <summary>Which shard of the documents is done; null where all are.</summary>
    internal ShardNumber? Shard { get; init; }

    /// <summary>Whether links to the web are collected where links are checked.</summary>
    internal bool CollectsExternalLinks { get; init; }

    /// <summary>Whether links are checked and nothing is written: results have no content, and dead links are errors.</summary>
    public bool ChecksLinks { get; init; }

    /// <summary>Whether a document that fails leaves a file beside the outputs that says why: <c>page.mdx.err.json</c> for <c>page.mdx</c>.</summary>
    public bool ErrorFiles { get; init; }

    /// <summary>The documents that jobs before this one gave up, where one process has several jobs; null where each is tried.</summary>
    internal GivenUpDocuments? GivenUp { get; init; }

    /// <summary>Where documents are converted.</summary>
    internal IsolationOptions Isolation { get; init; } = new() { Kind = Configuration.Isolation.Thread };

    /// <summary>Whether, and how, the job is shared with other processes.</summary>
    internal SharingOptions Sharing { get; init; } = new();

    /// <summary>What is done with documents between their conversion and their output; null where nothing is.</summary>
    internal StepOptions? Step { get; init; }

    /// <summary>Whether somebody watches the job: then what it comes to is kept for those who look later, however short it is.</summary>
    internal bool IsWatched { get; init; }

    /// <summary>The settings that the options were made from; null where they were put together by hand.</summary>
    internal SettingsResolver? Settings { get; init; }

    /// <summary>How the batch runs.</summary>
    public BatchOptions Batch { get; init; } = new();

    /// <summary>What is worth an alert.</summary>
    public AlertThresholds Alerts { get; init; } = new();

    /// <summary>Options as the settings say.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="basePath">Absolute path of the folder that documents without one of their own are seen from.</param>
    /// <param name="destination">Absolute path of the folder outputs are written to; null where results carry the content.</param>
    /// <param name="force">Whether everything is converted, and outputs that are read-only are replaced.</param>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static JobOptions From(SettingsResolver settings, string basePath, string? destination, bool force)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var target = TargetList.From(settings);
        return new()
        {
            Destination = destination,
            BasePath = basePath,
            Target = target,
            Reading = new()
            {
                Sources = BookSources.From(settings, destination),
                Encoding = settings.Get(SettingsTable.Encoding),
                FrontMatter = settings.Get(SettingsTable.FrontMatterFormats),
                StrictEncoding = settings.Get(SettingsTable.StrictEncoding),
                Documents = DocumentsOf(settings, target),
            },
            Links = new()
            {
                Assets = destination is null ? AssetHandling.None : settings.Get(SettingsTable.Assets),
                Warnings = settings.Get(SettingsTable.LinkWarnings),
                Ignored = string.Join(';', settings.Get(SettingsTable.IgnoreLinks)),
                Root = settings.GetPath(SettingsTable.Root) is { } root ? Path.TrimEndingDirectorySeparator(root) : null,
            },
            FollowLinks = settings.Get(SettingsTable.FollowLinks),
            MaximumDocumentBytes = settings.Get(SettingsTable.MaxDocumentMB) * MegaByte,
            OverwriteReadOnly = force,
            Rebuild = force,
            Incremental = settings.Get(SettingsTable.Incremental),
            TrustsState = settings.Get(SettingsTable.TrustState),
            Batch = BatchOptionsFrom(settings),
            Isolation = new()
            {
                Kind = settings.Get(SettingsTable.Isolation),
                Processes = settings.Get(SettingsTable.Processes),
                Affinity = settings.Get(SettingsTable.ProcessAffinity),
                Program = () => WorkerPrograms.OfThisProcess(settings.EnvironmentVariable),
            },
            Sharing = new()
            {
                ClaimLimit = TimeSpan.FromSeconds(settings.Get(SettingsTable.ClaimTimeoutSeconds)),
                Lease = settings.Resolve(SettingsTable.ClaimTimeoutSeconds).Origin == SettingOrigin.Default
                    ? new SharingOptions().Lease
                    : TimeSpan.FromSeconds(settings.Get(SettingsTable.ClaimTimeoutSeconds)),
                Attempts = settings.Get(SettingsTable.ClaimAttempts),
            },
            Settings = settings,
            Alerts = AlertThresholds.From(settings),
        };
    }

    /// <summary>
    /// The options for a destination as a person named it, which may be one file: it has the extension of outputs, does not end with a
    /// separator, and is no folder that there is. Of one file no build state is kept.
    /// </summary>
    public JobOptions OrOneFile()
        => Destination is { } named
            && Path.GetExtension(named.AsSpan()).Equals(Target.Extension, StringComparison.OrdinalIgnoreCase)
            && !Directory.Exists(named)
            ? (this with { Destination = Path.GetDirectoryName(named)!, Incremental = false }).AsOneFile(named)
            : this;

    /// <summary>The options of a job that becomes one file.</summary>
    /// <param name="file">Absolute path of the file, in the destination.</param>
    internal JobOptions AsOneFile(string file) => this with
    {
        OutputFile = file,
        Reading = Settings is { } settings ? Reading with { Sources = BookSources.From(settings, Path.GetDirectoryName(file), isOneFile: true) } : Reading,
    };

    /// <summary>Why a document of that size is refused, whatever is in it; null where it is not.</summary>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="isWhole">Whether that is all of it; else it may have more.</param>
    public Diagnostic? RefusalOf(long length, bool isWhole = true)
        => length > MaximumDocumentBytes ? SizeLimit.Refusal(length, MaximumDocumentBytes, isWhole)
            : WorkingBytesEstimator.Expected(length) is var need && need > Batch.WorkingBytes ? MemoryLimit.Refusal(length, need, Batch.WorkingBytes, isWhole)
            : null;

    /// <summary>Why a file of that size is refused, by what kind it is of; null where it is not.</summary>
    /// <param name="path">Path or name of the file.</param>
    /// <param name="length">Its size in bytes.</param>
    internal Diagnostic? RefusalOf(string path, long length)
        => Reading.Sources.Of(path).MaximumBytes is not { } most ? RefusalOf(length)
            : length > most ? SizeLimit.Refusal(length, most, setting: "maxBookMB")
            : null;

    /// <summary>What people call the job.</summary>
    /// <param name="root">Absolute path of the folder that its documents are seen from.</param>
    internal string NameFrom(string root)
        => Destination is { } destination ? $"{root} to {Target.Name} in {OutputFile ?? destination}"
            : ChecksLinks ? $"links of {root}"
            : $"{root} to {Target.Name}";

    /// <summary>How documents are read and converted where no destination is known.</summary>
    internal ExecutorOptions Executing() => new(ChecksLinks ? Target.CreateLinkFinder() : Target.CreateConverter())
    {
        Sources = Reading.Sources,
        Decoder = new(Reading.Encoding, Reading.StrictEncoding),
        FrontMatter = Reading.FrontMatter,
        MaximumBytes = MaximumDocumentBytes,
    };

    /// <summary>Which files of a folder are documents, as the settings say.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    internal static DocumentFilter DocumentsOf(SettingsResolver settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return DocumentsOf(settings, TargetList.DefaultOf(settings));
    }

    private static DocumentFilter DocumentsOf(SettingsResolver settings, Target target)
        => new(
            settings.Get(SettingsTable.Include) is var patterns && ReferenceEquals(patterns, DocumentFormats.DefaultPatterns) ? target.SourcePatterns() : patterns,
            [.. settings.Get(SettingsTable.Exclude), .. target.PartialPatterns()]);

    private static BatchOptions BatchOptionsFrom(SettingsResolver settings)
    {
        var workers = settings.Get(SettingsTable.Workers);
        var machine = StartingPoint.OfThisProcess;
        return new()
        {
            Workers = workers > 0 ? workers : machine.Workers,
            Parallel = settings.Get(SettingsTable.Parallel),
            Ordered = settings.Get(SettingsTable.Ordered),
            BatchSize = settings.Get(SettingsTable.BatchSize),
            TimeLimit = TimeSpan.FromSeconds(settings.Get(SettingsTable.TimeoutSeconds)),
            TimeLimitPerMegaByte = TimeSpan.FromSeconds(settings.Get(SettingsTable.TimeoutSecondsPerMB)),
            WorkingBytes = machine.WorkingBytes(settings.Get(SettingsTable.MemoryLimitMB) * MegaByte),
            ResultSlots = settings.Get(SettingsTable.ResultSlots),
            Tiers = TiersFrom(settings),
            Retries = new() { Transient = settings.Get(SettingsTable.Retries) },
            Scaling = ScalingFrom(settings, workers),
        };
    }

    private static TierTable TiersFrom(SettingsResolver settings) => new()
    {
        BoundsMB = settings.Get(SettingsTable.TierBoundsMB),
        Limits = settings.Get(SettingsTable.TierLimits),
        TimeLimitSeconds = settings.Get(SettingsTable.TierTimeoutSeconds),
    };

    private static ScalingOptions ScalingFrom(SettingsResolver settings, int workers)
    {
        var limit = settings.Get(SettingsTable.CpuLimitPercent);
        var isAdaptive = settings.Get(SettingsTable.Adaptive);

        // Who names a number of workers means it.
        var most = settings.Get(SettingsTable.MaxWorkers) is > 0 and var given ? given : workers > 0 ? workers : 2 * Environment.ProcessorCount;
        return new()
        {
            MinimumWorkers = isAdaptive ? settings.Get(SettingsTable.MinWorkers) : int.MaxValue,
            MaximumWorkers = isAdaptive ? most : 0,
            CpuLimit = limit > 0 ? limit / 100.0 : null,
            FreeMemoryFloor = settings.Get(SettingsTable.FreeMemoryFloorMB) * MegaByte,
        };
    }
}
