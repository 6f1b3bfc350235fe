using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Measuring;

/// <summary>One run over all documents.</summary>
internal sealed class SpeedRun
{
    public TimeSpan Elapsed { get; set; }

    public int Documents { get; private set; }

    public int Failed { get; private set; }

    public long InputBytes { get; private set; }

    public TimeSpan Busy { get; private set; }

    public StageTimes Stages { get; private set; }

    /// <summary>The run in the middle, by time.</summary>
    public static SpeedRun Median(IEnumerable<SpeedRun> runs)
    {
        SpeedRun[] byTime = [.. runs.OrderBy(run => run.Elapsed)];
        return byTime[byTime.Length / 2];
    }

    public void Add(ConversionResult result)
    {
        Documents++;
        Failed += result.Status == ConversionStatus.Converted ? 0 : 1;
        InputBytes += result.InputBytes;
        Busy += result.Duration;
        Stages += result.Stages;
    }

    public double BusyShare(int workers) => Elapsed > TimeSpan.Zero ? Math.Min(1, Busy / (workers * Elapsed)) : 0;
}
