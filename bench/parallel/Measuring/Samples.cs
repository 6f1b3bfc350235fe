namespace FastMd.Parallel.Measuring;

/// <summary>What was measured, round by round. The best is what the program can do; the median is what the machine let it do.</summary>
internal sealed record Samples(IReadOnlyList<double> Rounds, double Best)
{
    public double Median => Rounds.Median();

    public static Samples Higher(IEnumerable<double> rounds) => new([.. rounds], rounds.Max());

    public static Samples Lower(IEnumerable<double> rounds) => new([.. rounds], rounds.Min());
}
