namespace FastMd.Parallel.Measuring;

/// <summary>One mix, measured round after round: one worker, two, and the plain loop, in turn.</summary>
internal sealed class MixRounds
{
    public const int Workers = 2;

    private readonly List<BatchRun> _single = [];
    private readonly List<BatchRun> _double = [];
    private readonly List<TimeSpan> _loop = [];

    private MixRounds(SizeMix mix) => Mix = mix;

    public SizeMix Mix { get; }

    /// <summary>Speed-up of two workers over one, a worker: round by round, and of the best of each.</summary>
    public Samples Efficiency => new(
        [.. _single.Zip(_double, (one, two) => one.Elapsed / two.Elapsed / Workers)],
        _single.Min(run => run.Elapsed) / _double.Min(run => run.Elapsed) / Workers);

    /// <summary>
    /// Processor time of one worker over that of two: what they cost each other. Whatever else the machine does hardly touches it.
    /// </summary>
    public Samples Thrift => new(
        [.. _single.Zip(_double, (one, two) => one.ProcessorTime / two.ProcessorTime)],
        _single.Min(run => run.ProcessorTime) / _double.Min(run => run.ProcessorTime));

    public Samples OverLowerBound => Samples.Lower(_double.Select(run => run.OverLowerBound));

    public Samples BusyShare => Samples.Higher(_double.Select(run => run.BusyShare));

    public Samples PauseShare => Samples.Lower(_double.Select(run => run.PauseShare));

    /// <summary>How many times as fast as the plain loop: round by round, and of the best of each.</summary>
    public Samples OverLoop => new(
        [.. _loop.Zip(_double, (loop, two) => loop / two.Elapsed)], _loop.Min() / _double.Min(run => run.Elapsed));

    public static async Task<MixRounds> MeasureAsync(SizeMix mix, Workspace workspace, int rounds, int warmUps)
    {
        var corpus = Corpus.Write(mix, workspace.At("in"));
        var measured = new MixRounds(mix);
        for (var round = -warmUps; round < rounds; round++)
        {
            var one = await FastMdBatch.RunAsync(corpus, Output("fastmd"), workers: 1);
            var two = await FastMdBatch.RunAsync(corpus, Output("fastmd"), Workers);
            var loop = MarkdigLoop.Run(corpus, Output("loop"), Workers);
            if (round >= 0)
            {
                measured._single.Add(one);
                measured._double.Add(two);
                measured._loop.Add(loop);
            }
        }

        workspace.Clear("in");
        return measured;

        string Output(string name)
        {
            // Each run writes fresh files, and begins with nothing left to collect of the one before.
            workspace.Clear(name);
            GC.Collect();
            return workspace.At(name);
        }
    }
}
