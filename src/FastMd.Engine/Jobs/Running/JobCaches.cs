using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Links;
using FastMd.Engine.Reports;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Jobs.Running;

/// <summary>How useful the caches were to a job. Two of them belong to the process: what went before is taken off.</summary>
/// <param name="links">Finds where links lead; null where they are left alone.</param>
internal sealed class JobCaches(TreeLinks? links)
{
    private readonly Baseline _pipelines = new(MarkdownPipelines.Counter);
    private readonly Baseline _keys = new(FrontMatterKeys.Counter);

    public IReadOnlyList<CacheStatistics> Statistics()
    {
        var statistics = new List<CacheStatistics>
        {
            _pipelines.Since("Markdown pipelines", MarkdownPipelines.Count),
            _keys.Since("Front matter keys", FrontMatterKeys.Count),
        };
        if (links is not null)
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
