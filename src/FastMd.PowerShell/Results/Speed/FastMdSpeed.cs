namespace FastMd.PowerShell.Results.Speed;

/// <summary>How the speed of a set of documents depends on the number of workers, and where the time goes.</summary>
public sealed record FastMdSpeed
{
    /// <summary>Documents that were converted each time.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents that failed each time.</summary>
    public required int Failed { get; init; }

    /// <summary>Bytes read each time.</summary>
    public required long InputBytes { get; init; }

    /// <summary>How often each number of workers was measured.</summary>
    public required int Rounds { get; init; }

    /// <summary>Part of the work, 0 to 1, that more workers do not make faster, by Amdahl's law.</summary>
    public required double SerialFraction { get; init; }

    /// <summary>The fewest workers that are about as fast as the fastest.</summary>
    public required int RecommendedWorkers { get; init; }

    /// <summary>Where the documents' time goes with one worker, summed over all of them.</summary>
    public required FastMdStageTimes Stages { get; init; }

    /// <summary>Time with one worker in which it was at no document.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>One point for each number of workers, from 1.</summary>
    public required IReadOnlyList<FastMdSpeedPoint> Points { get; init; }
}
