namespace FastMd.Engine.Reports.Recording;

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
            Last.Completed - before.Completed, Last.InputBytes - before.InputBytes, Last.Elapsed - before.Elapsed);
        return new()
        {
            At = Last.Elapsed,
            Completed = Last.Completed,
            InputBytes = Last.InputBytes,
            DocumentsPerSecond = rate.PagesPerSecond,
            MegabytesPerSecond = rate.MegabytesPerSecond,
            WorkersActive = ActiveSum / Samples,
            WorkersAllowed = AllowedSum / Samples,
            WorkingBytes = Last.WorkingBytes,
            WorkingBytesLimit = Last.WorkingBytesLimit,
            Waiting = Last.Waiting,
            Parked = Last.Parked,
            ResidentBytes = Last.ResidentBytes,
            Cpu = CpuSamples > 0 ? CpuSum / CpuSamples : null,
        };
    }
}
