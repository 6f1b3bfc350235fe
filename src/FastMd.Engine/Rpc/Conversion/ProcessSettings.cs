using FastMd.Engine.Configuration;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>The settings that the shared engine is made by: a single request has none of its own.</summary>
internal static class ProcessSettings
{
    private static readonly HashSet<Setting> All =
    [
        SettingsTable.Parallel, SettingsTable.ResourceProfile, SettingsTable.Workers, SettingsTable.Adaptive, SettingsTable.MinWorkers, SettingsTable.MaxWorkers,
        SettingsTable.CpuLimitPercent, SettingsTable.Ordered, SettingsTable.BatchSize, SettingsTable.TimeoutSeconds, SettingsTable.TimeoutSecondsPerMB,
        SettingsTable.TierBoundsMB, SettingsTable.TierLimits, SettingsTable.TierTimeoutSeconds, SettingsTable.Retries, SettingsTable.MemoryLimitMB,
        SettingsTable.FreeMemoryFloorMB, SettingsTable.ResultSlots,
    ];

    /// <summary>Refuses a setting that a client cannot have for itself.</summary>
    /// <exception cref="SettingException">It is one.</exception>
    public static void Refuse(Setting setting, string origin)
    {
        if (All.Contains(setting))
        {
            throw new SettingException($"{origin}: {setting.Key} is the same for all clients; give it to fastmd serve, by {setting.Option}, {setting.EnvironmentVariable} or fastmd.json.");
        }
    }
}
