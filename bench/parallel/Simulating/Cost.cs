namespace FastMd.Parallel.Simulating;

/// <summary>
/// What a document costs in simulated seconds: as measured, 42 MB a second and something for every document, and more than in proportion
/// beyond 10 MB.
/// </summary>
internal static class Cost
{
    private const double PerDocument = 60e-6;
    private const double BytesPerSecond = 42e6;
    private const double Proportional = 10e6;

    public static double Of(long length)
        => PerDocument + (Math.Min(length, Proportional) / BytesPerSecond * Math.Pow(Math.Max(1, length / Proportional), 1.6));
}
