namespace FastMd.Parallel.Measuring;

/// <summary>What one batch took.</summary>
/// <param name="Workers">Its workers.</param>
/// <param name="Elapsed">From before planning to the last result.</param>
/// <param name="Makespan">From the start of the batch to the last result.</param>
/// <param name="Timeline">Its documents.</param>
/// <param name="Pauses">How long the collector stopped all threads meanwhile.</param>
/// <param name="ProcessorTime">What all threads together used of the processors, the collector's among them.</param>
internal sealed record BatchRun(
    int Workers, TimeSpan Elapsed, TimeSpan Makespan, Timeline Timeline, TimeSpan Pauses, TimeSpan ProcessorTime)
{
    /// <summary>The makespan as a multiple of what no schedule can beat.</summary>
    public double OverLowerBound => Makespan / Timeline.LowerBound(Workers);

    /// <summary>Share of the workers' time, from the first document to the last, in which they were at a document.</summary>
    public double BusyShare => Timeline.Busy / (Workers * Timeline.Span);

    /// <summary>Share of the batch in which the collector stopped all threads.</summary>
    public double PauseShare => Pauses / Elapsed;
}
