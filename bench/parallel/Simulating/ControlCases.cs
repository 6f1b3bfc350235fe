namespace FastMd.Parallel.Simulating;

/// <summary>What different controls of the number of workers come to, as a multiple of the makespan with a worker a processor.</summary>
internal static class ControlCases
{
    private const double SecondsPerProcessor = 30;

    private static readonly int[] Processors = [2, 8];

    private static readonly (string Name, double WaitShare, double Disk)[] Cases =
    [
        ("computes only", 0, double.PositiveInfinity),
        ("waits 30 %", 0.3, double.PositiveInfinity),
        ("waits 70 %", 0.7, double.PositiveInfinity),
        ("waits 70 % for one slow disk", 0.7, 1),
    ];

    private static readonly (string Name, Func<int, IControl> For)[] Controls =
    [
        ("Fixed at the processors", processors => new FixedControl(processors)),
        ("Fixed at twice", processors => new FixedControl(2 * processors)),
        ("The engine's", processors => new EngineControl(processors)),
        ("The engine's, trials by prediction", processors => new PredictingEngineControl(processors)),
        ("One at a time, by bytes a second", processors => new RateControl(processors)),
        ("Queue depth", processors => new QueueDepthControl(processors)),
        ("Prediction", processors => new PredictionControl(processors)),
        ("Processor load, 80 %", processors => new CpuThresholdControl(processors)),
    ];

    public static void Report(Table report)
    {
        report.Heading("Makespan under a control, as a multiple of a fixed worker a processor");
        report.Line($"Batches of {SecondsPerProcessor:0} s for each processor; readings twice a second; a document waits first and computes then.");
        report.Header(["Mix", "Processors", "Documents", .. Controls.Select(control => control.Name)]);
        foreach (var mix in (SizeMix[])[SizeMix.LogNormal(4_000), SizeMix.Pareto(4_000, longest: 64_000_000)])
        {
            foreach (var processors in Processors)
            {
                foreach (var (name, waitShare, disk) in Cases)
                {
                    var scale = SecondsPerProcessor * processors / mix.Lengths.Sum(length => Cost.Of(length));
                    double[] spans =
                    [
                        .. Controls.Select(control => new SimulatedMachine(processors, disk * processors / 2)
                            .Run(mix.Lengths, length => scale * Cost.Of(length), waitShare, control.For(processors))),
                    ];
                    report.Row([mix.Name, $"{processors}", name, .. spans.Select(span => Table.Number(span / spans[0]))]);
                }
            }
        }
    }
}
