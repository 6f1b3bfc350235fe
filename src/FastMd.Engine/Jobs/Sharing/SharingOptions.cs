namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Whether, and how, a job is shared with other processes.</summary>
internal sealed record SharingOptions
{
    /// <summary>Whether the job in the destination is shared with whoever else has the same job there.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Time after which a process that says nothing loses what it claimed.</summary>
    public TimeSpan ClaimLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same at a broker, which has no lock to see that a process ended.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a document is tried until it has failed for good.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Where the job is published for workers on other machines; null where it is done here.</summary>
    public ClusterOptions? Cluster { get; init; }

    /// <summary>Whether documents are claimed one by one rather than taken in the order they come.</summary>
    public bool IsShared => IsConcurrent || Cluster is not null;
}
