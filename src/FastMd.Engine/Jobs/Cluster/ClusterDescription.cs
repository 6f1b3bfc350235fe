using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs.Isolating;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>What a worker on another machine has to know of a job.</summary>
/// <param name="Files">How sources and outputs get from machine to machine.</param>
/// <param name="OverwriteReadOnly">Whether outputs that are read-only are replaced.</param>
/// <param name="Folder">Absolute path of the folder, where the job was published, that relative paths of sources are seen from.</param>
/// <param name="Root">Absolute path of the sources there.</param>
/// <param name="Destination">Absolute path of the destination there.</param>
/// <param name="Settings">Settings and folders, as <see cref="JobDescription"/> writes them.</param>
internal sealed record ClusterDescription(ClusterFiles Files, bool OverwriteReadOnly, string Folder, string Root, string Destination, ReadOnlyMemory<byte> Settings)
{
    // What a worker does with its own machine is its own affair; commands and secrets do not travel.
    private static readonly HashSet<Setting> Own =
    [
        SettingsTable.ResourceProfile, SettingsTable.Parallel, SettingsTable.Workers, SettingsTable.Isolation, SettingsTable.Processes, SettingsTable.ProcessAffinity,
        SettingsTable.MinWorkers, SettingsTable.MaxWorkers, SettingsTable.Adaptive, SettingsTable.CpuLimitPercent, SettingsTable.BatchSize, SettingsTable.MemoryLimitMB,
        SettingsTable.FreeMemoryFloorMB, SettingsTable.ResultSlots, SettingsTable.TierLimits, SettingsTable.Retries, SettingsTable.PdfPassword, SettingsTable.Ocr,
    ];

    // These matter to whoever published the job only.
    private static readonly HashSet<Setting> Publishers =
    [
        SettingsTable.Ordered, SettingsTable.ClaimTimeoutSeconds, SettingsTable.ClaimAttempts, SettingsTable.RateLimit, SettingsTable.RateResource, SettingsTable.OtlpEndpoint,
        SettingsTable.AlertErrorPercent, SettingsTable.AlertSlowestMs, SettingsTable.AlertMemoryMB, SettingsTable.AlertStallSeconds, SettingsTable.ExternalAllow,
        SettingsTable.ExternalCache, SettingsTable.ExternalCacheHours, SettingsTable.TrustState,
    ];

    private static readonly HashSet<string> OwnVariables = [.. Own.Select(static setting => setting.EnvironmentVariable)];

    /// <summary>Describes a job.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="sources">How sources are called on the way.</param>
    /// <param name="outputs">How outputs are called on the way.</param>
    public static byte[] Of(JobOptions options, WirePaths sources, WirePaths outputs)
    {
        var cluster = options.Sharing.Cluster!;
        var writer = new RecordWriter();
        writer.Number((long)cluster.Files);
        writer.Flag(options.OverwriteReadOnly);
        writer.Text(sources.Folder);
        writer.Text(options.BasePath);
        writer.Text(options.Destination!);
        writer.Raw(JobDescription.Of(options, options.Settings!, static setting => !Own.Contains(setting) && !Publishers.Contains(setting), sources.Of, outputs.Of));
        return writer.Written.ToArray();
    }

    /// <summary>Reads a description.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ClusterDescription Read(ReadOnlyMemory<byte> description)
    {
        var reader = new RecordReader(description);
        return new((ClusterFiles)reader.Choice((int)ClusterFiles.Store + 1), reader.Flag(), reader.Text(), reader.Text(), reader.Text(), reader.Rest);
    }

    /// <summary>
    /// Where sources lie on a machine: where they do at the publisher, if that is in the folder that the worker reads; else they are seen from that folder.
    /// </summary>
    /// <param name="limit">Absolute path of the folder that the worker reads.</param>
    public WirePaths SourcesIn(string limit) => new(PathRules.IsWithin(Root, limit) && Directory.Exists(Root) ? Folder : limit, limit);

    /// <summary>The same for the destination.</summary>
    /// <param name="limit">Absolute path of the folder that the worker writes to.</param>
    public WirePaths OutputsIn(string limit) => new(PathRules.IsWithin(Destination, limit) ? Folder : limit, limit);

    /// <summary>The options of a worker.</summary>
    /// <param name="sources">Where sources lie here.</param>
    /// <param name="outputs">Where outputs lie here.</param>
    /// <param name="environment">Looks up an environment variable: those of settings that are the worker's own count.</param>
    /// <exception cref="InvalidDataException">The settings come to something else here, or paths lie where this worker neither reads nor writes.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public JobOptions OptionsFor(WirePaths sources, WirePaths outputs, Func<string, string?> environment)
        => JobDescription.Read(Settings, sources.ToLocal, outputs.ToLocal, name => OwnVariables.Contains(name) ? environment(name) : null) with
        {
            OverwriteReadOnly = OverwriteReadOnly,
        };
}
