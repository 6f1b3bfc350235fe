using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Coordination.Shards;

/// <summary>What a destination holds of which job, as the run that wrote it says: what a merge needs to know, besides the build state.</summary>
internal sealed record ShardRecord
{
    /// <summary>Which shard.</summary>
    public required ShardNumber Number { get; init; }

    /// <summary>Hash of what the split depends on.</summary>
    public required ContentHash Split { get; init; }

    /// <summary>What outputs depend on besides their sources.</summary>
    public required BuildFingerprint Fingerprint { get; init; }

    /// <summary>Path from the destination to the folder that the names of documents are seen from, with slashes, as the build state has paths.</summary>
    public required string Root { get; init; }

    /// <summary>Absolute path of that folder, where the shard was converted.</summary>
    public required string RootThere { get; init; }

    /// <summary>The settings that are not the default, by key, as JSON; null where the job was not made from settings.</summary>
    public IReadOnlyList<(string Key, string Json)>? Settings { get; init; }

    /// <summary>The documents of the shard, in the order of the input.</summary>
    public required IReadOnlyList<ShardDocument> Documents { get; init; }

    /// <summary>Whether the run came to its end.</summary>
    public bool IsFinished { get; init; }

    /// <summary>How many documents failed; known at the end.</summary>
    public long Failed { get; init; }
}

/// <summary>A document of a shard.</summary>
/// <param name="Index">Its position in the whole input.</param>
/// <param name="Name">Its path from the root, with slashes; of a part with the name of the part.</param>
/// <param name="Output">Path of its output in the destination, with slashes; null where it has no place there.</param>
internal sealed record ShardDocument(long Index, string Name, string? Output);
