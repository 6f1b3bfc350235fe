namespace FastMd.PowerShell.Results;

/// <summary>What became of a document of a shared job, so far.</summary>
public enum FastMdItemStatus
{
    /// <summary>No process has it.</summary>
    Pending,

    /// <summary>A process has it.</summary>
    InProgress,

    /// <summary>Its output is there.</summary>
    Completed,

    /// <summary>It failed for good.</summary>
    Failed,
}
