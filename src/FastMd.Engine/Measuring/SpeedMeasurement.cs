using FastMd.Engine.Documents;

namespace FastMd.Engine.Measuring;

/// <summary>What a measurement found: how the speed of a set of documents depends on the number of workers, and where the time goes.</summary>
internal sealed record SpeedMeasurement
{
    /// <summary>Documents that were converted each time.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents that failed each time.</summary>
    public required int Failed { get; init; }

    /// <summary>Bytes read each time.</summary>
    public required long InputBytes { get; init; }

    /// <summary>How often each number of workers was measured.</summary>
    public required int Rounds { get; init; }

    /// <summary>One point for each number of workers, ascending, from 1.</summary>
    public required IReadOnlyList<SpeedPoint> Points { get; init; }

    /// <summary>Part of the work, 0 to 1, that more workers do not make faster, by Amdahl's law.</summary>
    public required double SerialFraction { get; init; }

    /// <summary>Where the documents' time goes with one worker, summed over all of them.</summary>
    public required StageTimes Stages { get; init; }

    /// <summary>Time with one worker in which it was at no document: finding, planning, ordering, starting.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>The fewest workers that are about as fast as the fastest.</summary>
    public required int RecommendedWorkers { get; init; }

    /// <summary>Documents a second at a point.</summary>
    public double DocumentsPerSecond(SpeedPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Documents / point.Elapsed.TotalSeconds;
    }

    /// <summary>Megabytes a second at a point.</summary>
    public double MegabytesPerSecond(SpeedPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return InputBytes / 1048576.0 / point.Elapsed.TotalSeconds;
    }

    /// <summary>Where the time goes with one worker, in the order that work goes: the stages, then waiting.</summary>
    public IReadOnlyList<SpeedPart> Parts() =>
    [
        new(nameof(Stages.Read), Stages.Read),
        new(nameof(Stages.Decode), Stages.Decode),
        new(nameof(Stages.Parse), Stages.Parse),
        new(nameof(Stages.Render), Stages.Render),
        new(nameof(Stages.Write), Stages.Write),
        new(nameof(Wait), Wait),
    ];
}

/// <summary>How fast a number of workers was.</summary>
/// <param name="Workers">The workers.</param>
/// <param name="Elapsed">Median time for all documents.</param>
/// <param name="SpeedUp">How many times as fast as one worker.</param>
/// <param name="Busy">Share of the workers' time in which they were at a document, 0 to 1.</param>
internal sealed record SpeedPoint(int Workers, TimeSpan Elapsed, double SpeedUp, double Busy)
{
    /// <summary>Speed-up per worker; 1 where each brings as much as the first.</summary>
    public double Efficiency => SpeedUp / Workers;
}

/// <summary>A part of the time that one worker takes.</summary>
/// <param name="Name">What it is spent on.</param>
/// <param name="Time">How long it is.</param>
internal sealed record SpeedPart(string Name, TimeSpan Time);
