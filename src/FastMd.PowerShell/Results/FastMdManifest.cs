namespace FastMd.PowerShell.Results;

/// <summary>How far a job is that several processes share.</summary>
public sealed record FastMdManifest
{
    /// <summary>Absolute path of the destination.</summary>
    public required string Destination { get; init; }

    /// <summary>Absolute path of the folder that documents are seen from.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>The one file that all documents are parts of; null where there is none.</summary>
    public string? BookFile { get; init; }

    /// <summary>What documents are converted to.</summary>
    public required string Target { get; init; }

    /// <summary>When the job began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether all of it is done.</summary>
    public required bool IsOver { get; init; }

    /// <summary>How many documents it has.</summary>
    public required int TotalItems { get; init; }

    /// <summary>Those that no process has.</summary>
    public required int Pending { get; init; }

    /// <summary>Those that a process has.</summary>
    public required int InProgress { get; init; }

    /// <summary>Those whose outputs are there.</summary>
    public required int Completed { get; init; }

    /// <summary>Those that failed for good.</summary>
    public required int Failed { get; init; }

    /// <summary>The processes that take part.</summary>
    public required string[] Workers { get; init; }

    /// <summary>The documents, in the order they were published.</summary>
    public required FastMdManifestItem[] Items { get; init; }
}

/// <summary>A document of a shared job.</summary>
/// <param name="Source">Its path from the root, with slashes.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Attempts">How often it failed, or a process ended abnormally that was at it.</param>
/// <param name="ClaimedBy">The process that has it, or had it last; null where none did.</param>
/// <param name="ClaimedAt">When that claimed it.</param>
/// <param name="CompletedAt">When it had its outcome.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record FastMdManifestItem(
    string Source, FastMdItemStatus Status, int Attempts, string? ClaimedBy, DateTimeOffset? ClaimedAt, DateTimeOffset? CompletedAt, string? Error);
