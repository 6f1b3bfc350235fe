using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs.Isolating;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>What a worker on another machine has to know of a job.</summary>
/// <param name="Files">How sources and outputs get from machine to machine.</param>
/// <param name="OverwriteReadOnly">Whether outputs that are read-only are replaced.</param>
/// <param name="SourceFolder">
/// The folder of whoever published the job that relative paths of sources are seen from: what is found here is reported by its names there. Null where
/// sources have the same names everywhere.
/// </param>
/// <param name="Settings">Settings and folders, as <see cref="JobDescription"/> writes them.</param>
internal sealed record ClusterDescription(ClusterFiles Files, bool OverwriteReadOnly, string? SourceFolder, ReadOnlyMemory<byte> Settings)
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
        writer.Optional(PathRules.IsWithin(options.BasePath, sources.Folder) ? sources.Folder : null);
        writer.Raw(JobDescription.Of(options, options.Settings!, static setting => !Own.Contains(setting) && !Publishers.Contains(setting), sources.Of, outputs.Of));
        return writer.Written.ToArray();
    }

    /// <summary>Reads a description.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ClusterDescription Read(ReadOnlyMemory<byte> description)
    {
        var reader = new RecordReader(description);
        return new((ClusterFiles)reader.Choice((int)ClusterFiles.Store + 1), reader.Flag(), reader.Optional(), reader.Rest);
    }

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
