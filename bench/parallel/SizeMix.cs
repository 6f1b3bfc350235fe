namespace FastMd.Parallel;

/// <summary>Lengths of documents, by a distribution and a seed: the same on every run.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Lengths">Lengths in bytes, in the order of the input.</param>
internal sealed record SizeMix(string Name, IReadOnlyList<int> Lengths)
{
    private const int Seed = 20260131;
    private const int Least = 256;

    public static SizeMix Uniform(int count) => Draw("uniform", count, random => 2_000 + (18_000 * random.NextDouble()));

    /// <summary>As a real documentation of 299 pages is distributed: the median is 7 KB, the mean 11 KB.</summary>
    public static SizeMix LogNormal(int count)
        => Draw("log-normal", count, random => 7_300 * Math.Exp(0.9 * Normal(random)));

    /// <summary>Few documents hold most of the bytes.</summary>
    public static SizeMix Pareto(int count, int longest)
        => Draw("Pareto", count, random => Math.Min(longest, 2_000 * Math.Pow(1 - random.NextDouble(), -1 / 1.1)));

    public static SizeMix OneLargeFirst(int large, int smallOnes)
        => new("one large first", [large, .. Draw("", smallOnes, random => 1_000 + (3_000 * random.NextDouble())).Lengths]);

    private static SizeMix Draw(string name, int count, Func<Random, double> next)
    {
        var random = new Random(Seed);
        return new(name, [.. Enumerable.Range(0, count).Select(_ => Math.Max(Least, (int)next(random)))]);
    }

    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
