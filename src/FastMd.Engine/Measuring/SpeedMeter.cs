using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Measuring;

/// <summary>
/// Converts the same documents with one worker, two, and so on, in turn and several times, so that whatever else the machine does falls on
/// all of them alike.
/// </summary>
/// <param name="options">What the job depends on. Every round writes the same outputs anew; nothing is exported and no alert is raised.</param>
/// <param name="time">The clock; the system's where it is null.</param>
internal sealed class SpeedMeter(JobOptions options, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Numbers of workers worth measuring: all up to eight, then ever larger steps.</summary>
    /// <param name="most">The largest.</param>
    public static IReadOnlyList<int> WorkerCounts(int most)
    {
        var counts = new List<int>();
        for (var count = 1; count < most; count += count < 8 ? 1 : count / 4)
        {
            counts.Add(count);
        }

        counts.Add(most);
        return counts;
    }

    /// <summary>Measures.</summary>
    /// <param name="sources">The documents.</param>
    /// <param name="workerCounts">Numbers of workers, ascending, from 1.</param>
    /// <param name="rounds">How often each is measured; one more, that warms up, does not count.</param>
    /// <param name="progress">Called after each run with the share of runs done.</param>
    /// <param name="cancellation">Ends the measurement.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SpeedMeasurement> MeasureAsync(
        IReadOnlyList<DocumentSource> sources,
        IReadOnlyList<int> workerCounts,
        int rounds,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(workerCounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var seenTogether = Together(sources);
        var runs = workerCounts.ToDictionary(workers => workers, _ => new List<SpeedRun>());
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < workerCounts.Count; i++)
            {
                var run = await RunAsync(seenTogether, workerCounts[i], cancellation).ConfigureAwait(false);
                if (round >= 0)
                {
                    runs[workerCounts[i]].Add(run);
                }

                progress?.Report((((round + 1) * workerCounts.Count) + i + 1.0) / ((rounds + 1) * workerCounts.Count));
            }
        }

        return Summary(runs, rounds);
    }

    /// <summary>Documents from anywhere have a place in one destination if they are seen from the nearest folder that holds them all.</summary>
    private static DocumentSource[] Together(IReadOnlyList<DocumentSource> sources)
    {
        var folder = CommonFolder.Of(sources.Where(source => source.Path is not null).Select(source => source.Path!));
        return
        [
            .. sources.Select(source => source.Path is { } path && folder is not null
                ? DocumentSource.FromFile(path, source.Length, folder)
                : source),
        ];
    }

    private static SpeedMeasurement Summary(Dictionary<int, List<SpeedRun>> runs, int rounds)
    {
        var medians = runs.ToDictionary(workers => workers.Key, workers => SpeedRun.Median(workers.Value));
        var single = medians[runs.Keys.Min()];
        var points = medians
            .OrderBy(median => median.Key)
            .Select(median => new SpeedPoint(
                median.Key, median.Value.Elapsed, single.Elapsed / median.Value.Elapsed, median.Value.BusyShare(median.Key)))
            .ToArray();
        return new()
        {
            Documents = single.Documents,
            Failed = single.Failed,
            InputBytes = single.InputBytes,
            Rounds = rounds,
            Points = points,
            SerialFraction = AmdahlFit.SerialFraction(Array.ConvertAll(points, point => (point.Workers, point.SpeedUp))),
            Stages = single.Stages,
            Wait = single.Elapsed - single.Busy is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            RecommendedWorkers = WorkerAdvice.Of(points),
        };
    }

    private async Task<SpeedRun> RunAsync(IReadOnlyList<DocumentSource> sources, int workers, CancellationToken cancellation)
    {
        // A fixed number of workers, without scaling and alerts: those would change, or take part of, what is measured.
        var batch = options.Batch with { Workers = workers, Parallel = true, Scaling = null };
        var run = new SpeedRun();
        var started = _time.GetTimestamp();
        using var job = new ConversionJob(options with { Batch = batch, Incremental = false, Links = options.Links with { Assets = AssetHandling.None }, Alerts = new() }, _time);
        await foreach (var result in job.RunAsync(job.PlanAll(sources), progress: null, cancellation).ConfigureAwait(false))
        {
            run.Add(result);
        }

        run.Elapsed = _time.GetElapsedTime(started);
        return run;
    }
}

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
