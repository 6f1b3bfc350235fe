namespace FastMd.Cluster.Bench.Rates;

/// <summary>One measurement.</summary>
/// <param name="Seconds">From before the publisher was started to its end.</param>
/// <param name="Publisher">Processor time of the publisher.</param>
/// <param name="Workers">Processor time of all workers.</param>
/// <param name="Broker">Processor time of the broker.</param>
internal readonly record struct Sample(double Seconds, double Publisher, double Workers, double Broker);
