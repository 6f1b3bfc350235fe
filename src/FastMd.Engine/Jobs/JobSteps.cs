using FastMd.Engine.Configuration;
using FastMd.Engine.Steps;

namespace FastMd.Engine.Jobs;

/// <summary>Gives jobs a step.</summary>
internal static class JobSteps
{
    // As many workers as wait for services at most, unless somebody asks for more: each has a thread, and a document in memory.
    private const int MostWorkers = 16;

    /// <summary>
    /// The options with a step, whose rate limit the settings say. Workers wait for what a step calls rather than compute: unless somebody named
    /// their number, there are as many as the rate limit lets call at once.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="step">The step.</param>
    /// <param name="identity">What outputs depend on by it, as text.</param>
    /// <param name="resource">Name of what it calls, where the settings do not name it.</param>
    public static JobOptions WithStep(this JobOptions options, IDocumentStep step, string identity, string resource)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Settings;
        var limit = settings?.Get(SettingsTable.RateLimit) ?? RateLimit.None;
        var named = settings?.Get(SettingsTable.RateResource) ?? "";
        return options with
        {
            Step = new(step, identity)
            {
                Target = options.Target.Name,
                Extension = options.Target.Extension,
                Resource = named.Length > 0 ? named : resource,
                Limit = limit,
            },
            Batch = limit == RateLimit.None || settings?.Get(SettingsTable.Workers) > 0
                ? options.Batch
                : options.Batch with { Workers = Math.Max(options.Batch.Workers, Math.Min(limit.Concurrency, MostWorkers)) },
        };
    }
}
