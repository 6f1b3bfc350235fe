namespace FastMd.Cluster.Bench.Rates;

/// <summary>What is measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Workers">Workers of one thread each; 0 for a run on one machine.</param>
/// <param name="Files">How files travel.</param>
/// <param name="Delay">What a proxy between all and the broker delays each direction by; without a value there is none.</param>
internal sealed record Configuration(string Name, string Meaning, int Workers, string Files = "shared", TimeSpan? Delay = null)
{
    private const int OneWay = 5;

    public static readonly IReadOnlyList<Configuration> All =
    [
        new("alone", "`fastmd convert --jobs 1`", 0),
        new("one", "one worker, shared files", 1),
        new("two", "two workers, shared files", 2),
        new("store", "one worker, files through the broker", 1, "store"),
        new("store-proxy", "the same through a proxy without delay", 1, "store", TimeSpan.Zero),
        new("store-10ms", "the same with a round trip 10 ms longer", 1, "store", TimeSpan.FromMilliseconds(OneWay)),
        new("shared-10ms", "one worker, shared files, a round trip 10 ms longer", 1, "shared", TimeSpan.FromMilliseconds(OneWay)),
    ];

    /// <summary>Ratios that are asked for: how many times as fast the first is as the second.</summary>
    public static readonly IReadOnlyList<(string Of, string To)> Ratios =
    [
        ("one", "alone"), ("two", "one"), ("two", "alone"), ("store", "alone"), ("store", "one"), ("store-proxy", "store"), ("store-10ms", "store-proxy"), ("store-10ms", "store"), ("shared-10ms", "one"),
    ];
}
