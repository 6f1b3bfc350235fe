namespace FastMd.Engine.Jobs;

/// <summary>How far a job is.</summary>
public sealed record BatchProgress
{
    /// <summary>Documents that have their outcome; those that a cancelled batch never came to have none.</summary>
    public required long Completed { get; init; }

    /// <summary>Those of them that failed or were given up.</summary>
    public required long Failed { get; init; }

    /// <summary>Those of them whose outputs were left as they are.</summary>
    public long Unchanged { get; init; }

    /// <summary>Documents that have their outcome by other processes that share the job.</summary>
    public long Elsewhere { get; init; }

    /// <summary>Documents there are, those of other processes included; null while that is not known.</summary>
    public long? Total { get; init; }

    /// <summary>Bytes read of documents that were converted.</summary>
    public required long InputBytes { get; init; }

    /// <summary>Pages of documents that have their outcome; one that has no pages counts as one.</summary>
    public long Pages { get; init; }

    /// <summary>Pages read, so far, of large books, whose parts are read one by one.</summary>
    public long PagesInHand { get; init; }

    /// <summary>The document begun last; null before the first.</summary>
    public string? CurrentFile { get; init; }

    /// <summary>Time since the job began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Documents a second, on average.</summary>
    public double DocumentsPerSecond => Elapsed > TimeSpan.Zero ? Completed / Elapsed.TotalSeconds : 0;

    /// <summary>Pages a second, on average.</summary>
    public double PagesPerSecond => Elapsed > TimeSpan.Zero ? Math.Max(Pages, Completed) / Elapsed.TotalSeconds : 0;

    /// <summary>Bytes a second, on average.</summary>
    public double BytesPerSecond => Elapsed > TimeSpan.Zero ? InputBytes / Elapsed.TotalSeconds : 0;

    /// <summary>Part of the work that is done, 0 to 1; null while the total is not known.</summary>
    public double? Fraction => Total is > 0 and var total ? Math.Min(1, (double)(Completed + Elsewhere) / total) : null;

    /// <summary>Time the rest should take at the pace so far; null while there is no telling.</summary>
    public TimeSpan? TimeLeft => Total is { } total && Completed + Elsewhere is > 0 and var done
        ? Elapsed * Math.Max(0, (total - done) / (double)done)
        : null;
}
