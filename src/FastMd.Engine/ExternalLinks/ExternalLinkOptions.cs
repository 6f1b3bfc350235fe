namespace FastMd.Engine.ExternalLinks;

/// <summary>How external links are checked.</summary>
internal sealed record ExternalLinkOptions
{
    /// <summary>Requests at once.</summary>
    public int MostRequests { get; init; } = 16;

    /// <summary>Requests to one host at once.</summary>
    public int MostRequestsPerHost { get; init; } = 2;

    /// <summary>How long a server may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest retry delay that a server may ask for.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a server that asks for a retry is asked again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Status codes that are fine besides those of success.</summary>
    public IReadOnlySet<int> AllowedStatus { get; init; } = new HashSet<int>();

    /// <summary>Absolute path of the file that remembers good answers; null for none.</summary>
    public string? CachePath { get; init; }

    /// <summary>How long a good answer is remembered.</summary>
    public TimeSpan CacheAge { get; init; } = TimeSpan.FromHours(24);
}
