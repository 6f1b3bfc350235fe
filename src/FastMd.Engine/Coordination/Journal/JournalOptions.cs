namespace FastMd.Engine.Coordination.Journal;

/// <summary>How a job is shared by way of a journal.</summary>
internal sealed record JournalOptions
{
    /// <summary>Time after which a process that says nothing loses what it claimed.</summary>
    public TimeSpan ClaimLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a document is tried until it has failed for good.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>What this process is called in messages.</summary>
    public string WorkerName { get; init; } = $"process {Environment.ProcessId} on {Environment.MachineName}";
}
