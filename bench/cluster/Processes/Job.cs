namespace FastMd.Cluster.Bench.Processes;

/// <summary>What a publisher is asked for.</summary>
/// <param name="Arguments">Its command line, without the program and without what is reported.</param>
internal sealed record Job(params IReadOnlyList<string> Arguments)
{
    /// <summary>Whether each result is asked for.</summary>
    public bool ReportsResults { get; init; }

    /// <summary>Where it runs; a folder that nothing else is in unless given.</summary>
    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
