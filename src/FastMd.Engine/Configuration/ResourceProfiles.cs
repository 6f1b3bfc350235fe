namespace FastMd.Engine.Configuration;

/// <summary>What each profile sets; what it does not name keeps its default.</summary>
internal static class ResourceProfiles
{
    /// <summary>The settings of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="processors">Processors of the machine: the number of workers depends on them.</param>
    public static IReadOnlyDictionary<Setting, object> Of(ResourceProfile profile, int processors) => profile switch
    {
        ResourceProfile.Low => new Dictionary<Setting, object>
        {
            [SettingsTable.Workers] = Math.Max(1, processors / 4),
            [SettingsTable.MemoryLimitMB] = 128,
            [SettingsTable.ResultSlots] = 1_000,
            [SettingsTable.CpuLimitPercent] = 50,
            [SettingsTable.BatchSize] = 4,
        },
        ResourceProfile.High => new Dictionary<Setting, object>
        {
            [SettingsTable.MemoryLimitMB] = 2048,
            [SettingsTable.ResultSlots] = 50_000,
            [SettingsTable.MaxWorkers] = Math.Min(4 * processors, 1024),
        },
        _ => new Dictionary<Setting, object>(),
    };
}

/// <summary>How much of the machine a batch takes: a name for a set of settings, each of which can still be given by itself.</summary>
internal enum ResourceProfile
{
    /// <summary>Leaves most of the machine to others.</summary>
    Low,

    /// <summary>All processors, a moderate amount of memory.</summary>
    Medium,

    /// <summary>A machine of its own.</summary>
    High,
}
