using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Jobs;

/// <summary>How useful the caches were to a job. Two of them belong to the process: what went before is taken off.</summary>
internal sealed class JobCaches(IDocumentExecutor executor)
{
    private readonly Baseline _pipelines = new(MarkdownPipelines.Counter);
    private readonly Baseline _keys = new(FrontMatterKeys.Counter);

    private TreeLinks? Links => executor switch
    {
        DocumentExecutor converting => converting.Links,
        LinkCheckExecutor checking => checking.Links,
        _ => null,
    };

    public IReadOnlyList<CacheStatistics> Statistics()
    {
        var statistics = new List<CacheStatistics>
        {
            _pipelines.Since("Markdown pipelines", MarkdownPipelines.Count),
            _keys.Since("Front matter keys", FrontMatterKeys.Count),
        };
        if (Links is { } links)
        {
            statistics.Add(new("Link targets", links.Counter.Hits, links.Counter.Misses, links.Count));
        }

        return statistics;
    }

    private sealed class Baseline(CacheCounter counter)
    {
        private readonly long _hits = counter.Hits;
        private readonly long _misses = counter.Misses;

        public CacheStatistics Since(string name, long entries) => new(name, counter.Hits - _hits, counter.Misses - _misses, entries);
    }
}
