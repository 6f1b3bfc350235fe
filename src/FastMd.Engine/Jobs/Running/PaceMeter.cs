using FastMd.Engine.Reports.Live;
using FastMd.Engine.Reports.Recording;

namespace FastMd.Engine.Jobs.Running;

/// <summary>Measures how fast a job is, on average over the last while. A timeline does not tell: its points are the longer the job takes the further apart.</summary>
internal sealed class PaceMeter
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(10);

    private readonly Queue<(TimeSpan At, long Completed, long Pages)> _looks = new([default]);

    /// <summary>The pace up to the last look.</summary>
    public RecentPace Pace { get; private set; }

    /// <summary>A look, not before the last one.</summary>
    public void Add(in BatchSample sample)
    {
        _looks.Enqueue((sample.Elapsed, sample.Completed, sample.Pages));

        // The first one kept is the last that is a while ago.
        while (_looks.Count > 2 && sample.Elapsed - _looks.ElementAt(1).At >= While)
        {
            _looks.Dequeue();
        }

        var first = _looks.Peek();
        var seconds = (sample.Elapsed - first.At).TotalSeconds;
        Pace = seconds > 0 ? new((sample.Completed - first.Completed) / seconds, (sample.Pages - first.Pages) / seconds) : default;
    }
}
