using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Reports.Recording;

/// <summary>Counts the documents of one size class.</summary>
internal sealed class TierTally(SizeTier tier)
{
    private TimeSpan _time;

    public long Documents { get; private set; }

    public long InputBytes { get; private set; }

    public DurationHistogram Durations { get; } = new();

    /// <summary>Whether a document got as far as a worker: the durations of others are zero and say nothing.</summary>
    public static bool WasTried(ConversionResult result) => result.Attempts > 0 || result.Status == ConversionStatus.Converted;

    public void Add(ConversionResult result)
    {
        Documents++;
        if (result.Status == ConversionStatus.Converted)
        {
            InputBytes += result.InputBytes;
        }

        if (WasTried(result))
        {
            _time += result.Duration;
            Durations.Add(result.Duration);
        }
    }

    public TierSummary ToSummary() => new(tier, Documents, InputBytes, _time, Durations.Percentile(0.95));
}
