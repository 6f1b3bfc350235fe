using FastMd.Engine.Jobs.Targets;

namespace FastMd.Engine.Jobs.Merging;

/// <summary>What is merged, and how.</summary>
internal sealed record MergeOptions
{
    /// <summary>Absolute paths of the destinations of the shards.</summary>
    public required IReadOnlyList<string> Shards { get; init; }

    /// <summary>Absolute path of the folder that they are merged in; it may be one of them.</summary>
    public required string Destination { get; init; }

    /// <summary>Absolute path of the folder that the documents are seen from here; null where it is what it was for the shards.</summary>
    public string? BasePath { get; init; }

    /// <summary>Whether shards may be missing, or not finished.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether what earlier runs wrote to the destination, and no shard holds, is removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether files are replaced that are read-only, or that FastMd did not write.</summary>
    public bool Force { get; init; }

    /// <summary>What documents were converted to; null where the settings that the shards were made with say it.</summary>
    public Target? Target { get; init; }
}
