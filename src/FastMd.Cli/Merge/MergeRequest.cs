using FastMd.Cli.Running;

namespace FastMd.Cli.Merge;

/// <summary>What the command line asks for.</summary>
internal sealed record MergeRequest
{
    /// <summary>Absolute paths of the destinations of the shards.</summary>
    public required IReadOnlyList<string> Shards { get; init; }

    /// <summary>What it has in common with runs over documents: where to, and how things are said.</summary>
    public required RunRequest Run { get; init; }

    /// <summary>Absolute path of the folder that the documents are seen from here; null where it is what it was for the shards.</summary>
    public string? Base { get; init; }

    /// <summary>Whether shards may be missing, or not finished.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Absolute paths of the reports of the shards; none where they lie in their destinations.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
}
