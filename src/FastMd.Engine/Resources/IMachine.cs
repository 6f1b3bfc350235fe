namespace FastMd.Engine.Resources;

/// <summary>What a platform can tell. Nothing of it throws: what cannot be read is null.</summary>
internal interface IMachine
{
    MachineLimits Limits { get; }

    /// <summary>Time of all processors.</summary>
    ICpuClock Processors { get; }

    /// <summary>Time granted by a quota; null where there is none, or where nothing counts what was used of it.</summary>
    ICpuClock? Quota { get; }

    MemoryState ReadMemory();
}
