using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination;

/// <summary>A job as a process publishes it.</summary>
/// <param name="Root">Absolute path of the folder that documents are seen from.</param>
/// <param name="Target">Name of what they are converted to.</param>
/// <param name="Fingerprint">Hash of all that outputs depend on besides their sources: processes that differ in it do not share a job.</param>
/// <param name="Items">The documents, in the order of the input.</param>
internal sealed record JobPlan(string Root, string Target, ContentHash Fingerprint, IReadOnlyList<PlanItem> Items)
{
    /// <summary>Whether all documents are to be done again, whatever became of them before.</summary>
    public bool Restarts { get; init; }

    /// <summary>What processes are told that do not plan the job themselves; null where each does.</summary>
    public RemoteWork? Remote { get; init; }
}

/// <summary>A document of a plan.</summary>
/// <param name="Name">Its path from the root, with slashes; of a part with the name of the part. The same on every machine.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Stamp">Changes when the document changes.</param>
/// <param name="IsCurrent">Whether its output is there, and is what it would be converted to.</param>
internal readonly record struct PlanItem(string Name, long Bytes, ContentHash Stamp, bool IsCurrent = false);
