namespace FastMd.Engine.Batching;

/// <summary>
/// Estimates the memory a document needs while it is converted: a power law of its length, fitted to the allocations of earlier documents, with a
/// prior measured beforehand. Not thread-safe.
/// </summary>
internal sealed class WorkingBytesEstimator
{
    // Measured: text, syntax tree and output of Markdown take about sixteen times the file size, from 10 KB to 40 MB; a quarter is margin.
    private const double PerByte = 20;
    private const int Fixed = 16 * 1024;
    private const double Margin = 1.25;

    // Some two hundred documents back; batches often change in kind from folder to folder.
    private const double Memory = 0.995;
    private const double PriorWeight = 2;
    private static readonly PowerLawFit Prior = MeasuredBeforehand();

    private PowerLawFit _seen;
    private (double Factor, double Exponent)? _law;

    /// <summary>What is expected before anything was seen: the same on every run.</summary>
    public static long Expected(long length) => Fixed + Saturated(PerByte * length);

    /// <summary>What is expected by now: between four times the text and four times what was expected beforehand.</summary>
    public long Estimate(long length)
    {
        var (factor, exponent) = _law ??= (Prior + _seen).Solve(leastExponent: 0.9, mostExponent: 1.5);
        var fitted = Margin * factor * Math.Pow(Math.Max(length, 1), exponent);
        return Fixed + Saturated(Math.Clamp(fitted, 4.0 * length, 4 * PerByte * length));
    }

    /// <summary>A document of that length allocated so many bytes.</summary>
    public void RecordAllocation(long length, long allocated)
    {
        // The smallest documents only show the fixed cost of any document.
        if (length > Fixed / 4 && allocated > 0)
        {
            _seen = (_seen * Memory).With(length, allocated, weight: 1);
            _law = null;
        }
    }

    private static PowerLawFit MeasuredBeforehand()
    {
        var fit = default(PowerLawFit);
        foreach (var length in (long[])[4 * 1024, 512 * 1024, 64 * 1024 * 1024])
        {
            fit = fit.With(length, length * PerByte / Margin, PriorWeight);
        }

        return fit;
    }

    private static long Saturated(double bytes) => (long)Math.Min(bytes, long.MaxValue / 4);
}
