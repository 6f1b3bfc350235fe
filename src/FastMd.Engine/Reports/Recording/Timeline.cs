namespace FastMd.Engine.Reports.Recording;

/// <summary>
/// Samples over any length of time in a bounded number of points: when it is full, neighbours become one, and from then on each point
/// stands for twice as many samples.
/// </summary>
/// <param name="capacity">The most points there may be, even and from 2.</param>
internal sealed class Timeline(int capacity)
{
    private readonly List<TimelineSpan> _spans = [];
    private TimelineSpan? _open;
    private int _samplesEach = 1;

    /// <summary>Workers at work as a share of those allowed, over all samples; null without any.</summary>
    public double? Utilisation
    {
        get
        {
            var allowed = _spans.Sum(span => span.AllowedSum) + (_open?.AllowedSum ?? 0);
            var active = _spans.Sum(span => span.ActiveSum) + (_open?.ActiveSum ?? 0);
            return allowed > 0 ? Math.Min(1, active / allowed) : null;
        }
    }

    public void Add(BatchSample sample)
    {
        var span = new TimelineSpan(sample);
        _open = _open?.With(span) ?? span;
        if (_open.Samples < _samplesEach)
        {
            return;
        }

        if (_spans.Count == capacity)
        {
            Halve();
            return;
        }

        _spans.Add(_open);
        _open = null;
    }

    public IReadOnlyList<TimelinePoint> ToPoints()
    {
        List<TimelineSpan> spans = _open is not null ? [.. _spans, _open] : [.. _spans];

        // The last sample is taken whenever the batch ends; a rate over that short interval would be noise.
        if (spans is [.., var before, var last] && LengthOf(spans, spans.Count - 1) < LengthOf(spans, spans.Count - 2) / 2)
        {
            spans[^2] = before.With(last);
            spans.RemoveAt(spans.Count - 1);
        }
        else if (spans.Count > capacity)
        {
            spans[^2] = spans[^2].With(spans[^1]);
            spans.RemoveAt(spans.Count - 1);
        }

        return [.. spans.Select((span, i) => span.ToPoint(i == 0 ? null : spans[i - 1]))];
    }

    private static TimeSpan LengthOf(List<TimelineSpan> spans, int i)
        => spans[i].Last.Elapsed - (i == 0 ? TimeSpan.Zero : spans[i - 1].Last.Elapsed);

    private void Halve()
    {
        for (var i = 0; i < capacity / 2; i++)
        {
            _spans[i] = _spans[2 * i].With(_spans[(2 * i) + 1]);
        }

        _spans.RemoveRange(capacity / 2, capacity - (capacity / 2));
        _samplesEach *= 2;
    }
}

/// <summary>Some neighbouring samples, as one.</summary>
internal sealed record TimelineSpan
{
    private TimelineSpan()
    {
    }

    public TimelineSpan(BatchSample sample)
    {
        Last = sample;
        Samples = 1;
        ActiveSum = sample.WorkersActive;
        AllowedSum = sample.WorkersAllowed;
        CpuSamples = sample.Cpu is null ? 0 : 1;
        CpuSum = sample.Cpu ?? 0;
    }

    /// <summary>The last of them; what is bounded in it is the highest of all.</summary>
    public BatchSample Last { get; private init; }

    public int Samples { get; private init; }

    public double ActiveSum { get; private init; }

    public double AllowedSum { get; private init; }

    private double CpuSum { get; init; }

    private int CpuSamples { get; init; }

    /// <summary>These samples and those that follow.</summary>
    public TimelineSpan With(TimelineSpan next) => new()
    {
        Last = next.Last with
        {
            WorkingBytes = Math.Max(Last.WorkingBytes, next.Last.WorkingBytes),
            Waiting = Math.Max(Last.Waiting, next.Last.Waiting),
            Parked = Math.Max(Last.Parked, next.Last.Parked),
            ResidentBytes = Math.Max(Last.ResidentBytes, next.Last.ResidentBytes),
            OpenFiles = Last.OpenFiles > next.Last.OpenFiles || next.Last.OpenFiles is null ? Last.OpenFiles : next.Last.OpenFiles,
        },
        Samples = Samples + next.Samples,
        ActiveSum = ActiveSum + next.ActiveSum,
        AllowedSum = AllowedSum + next.AllowedSum,
        CpuSum = CpuSum + next.CpuSum,
        CpuSamples = CpuSamples + next.CpuSamples,
    };

    /// <summary>The point of the report.</summary>
    /// <param name="previous">The span before this one; null where it is the first.</param>
    public TimelinePoint ToPoint(TimelineSpan? previous)
    {
        var before = previous?.Last ?? default;
        var rate = Throughput.Of(
            Last.Completed - before.Completed, Last.Pages - before.Pages, Last.InputBytes - before.InputBytes, Last.Elapsed - before.Elapsed);
        return new()
        {
            At = Last.Elapsed,
            Completed = Last.Completed,
            Pages = Last.Pages,
            InputBytes = Last.InputBytes,
            DocumentsPerSecond = rate.DocumentsPerMinute / 60,
            PagesPerSecond = rate.PagesPerSecond,
            MegabytesPerSecond = rate.MegabytesPerSecond,
            WorkersActive = ActiveSum / Samples,
            WorkersAllowed = AllowedSum / Samples,
            WorkingBytes = Last.WorkingBytes,
            WorkingBytesLimit = Last.WorkingBytesLimit,
            Waiting = Last.Waiting,
            Parked = Last.Parked,
            ResidentBytes = Last.ResidentBytes,
            Cpu = CpuSamples > 0 ? CpuSum / CpuSamples : null,
            OpenFiles = Last.OpenFiles,
        };
    }
}
