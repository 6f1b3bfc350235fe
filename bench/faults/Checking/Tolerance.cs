using FastMd.Faults.Trees;

namespace FastMd.Faults.Checking;

/// <summary>What a fault excuses.</summary>
internal sealed record Tolerance
{
    /// <summary>Exit codes besides those that are documented.</summary>
    public IReadOnlyList<int> ExitCodes { get; init; } = [];

    /// <summary>Whether a failure may be silent: there was nowhere to say anything.</summary>
    public bool MaySaySomewhereElse { get; init; }

    /// <summary>Whether the process may never have come to its own first line: then only the trees are judged.</summary>
    public bool MayNotHaveStarted { get; init; }

    /// <summary>Whether the fault itself changed sources.</summary>
    public bool SourcesChange { get; init; }

    /// <summary>
    /// Whether records of the state are lost, and with them what is stale, and which outputs are FastMd's: those may stay until
    /// <c>--force</c> says so.
    /// </summary>
    public bool RecordsAreLost { get; init; }

    /// <summary>Outputs that may be gone for a while.</summary>
    public Func<string, bool> MayBeGone { get; init; } = static _ => false;

    /// <summary>Versions that outputs may have besides the old and the new one.</summary>
    public IReadOnlyList<Snapshot> Versions { get; init; } = [];
}
