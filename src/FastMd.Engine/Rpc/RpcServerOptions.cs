using FastMd.Engine.Batching;
using FastMd.Engine.Configuration;
using FastMd.Engine.Health;

namespace FastMd.Engine.Rpc;

/// <summary>What a server depends on.</summary>
internal sealed record RpcServerOptions
{
    /// <summary>Version of the product.</summary>
    public required string Version { get; init; }

    /// <summary>Makes a resolver with the settings that the process was started with.</summary>
    public required Func<SettingsResolver> Settings { get; init; }

    /// <summary>Absolute paths of the folders that files may be read in, one at least.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>How the engine runs.</summary>
    public required BatchOptions Batch { get; init; }

    /// <summary>Absolute path of the folder of the cache.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Bytes that the cache may take.</summary>
    public long CacheBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Bytes that a message may have.</summary>
    public int MaximumMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Looks whether the machine is as it should be.</summary>
    public required Func<IReadOnlyList<HealthRow>> Health { get; init; }

    /// <summary>Receives a line on what a person should know.</summary>
    public Action<string> Log { get; init; } = static _ => { };

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
