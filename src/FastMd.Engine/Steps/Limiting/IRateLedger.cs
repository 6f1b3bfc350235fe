using FastMd.Engine.Configuration;

namespace FastMd.Engine.Steps.Limiting;

/// <summary>Counts the calls of named resources, in this process or for all that share a job. Called by many threads at once.</summary>
internal interface IRateLedger
{
    /// <summary>Takes a token of a resource's bucket, or the next one to come.</summary>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="limit">How often it may be called.</param>
    /// <returns>How long to wait until the token may be used; zero where it may be at once.</returns>
    TimeSpan Reserve(string resource, RateLimit limit);

    /// <summary>The resource asked for a pause: no token may be used before it is over.</summary>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="pause">The pause, from now.</param>
    void PushBack(string resource, TimeSpan pause);
}
