using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Pipeline;

/// <summary>Where a job's outputs go.</summary>
/// <param name="Tree">Writes them.</param>
/// <param name="Extension">Their extension, with its dot.</param>
/// <param name="Documents">Which files of the input become outputs; links to those are rewritten.</param>
/// <param name="CopiesAssets">Whether files that documents reference are copied along.</param>
/// <param name="State">What earlier runs left there, opened when the first document is planned; null where that is not kept.</param>
/// <param name="WarnsOfLinks">Whether links that lead to nothing are warned of.</param>
public sealed record OutputTarget(
    OutputTree Tree, string Extension, DocumentFilter Documents, bool CopiesAssets = false, Lazy<BuildState?>? State = null, bool WarnsOfLinks = true)
{
    /// <summary>The folders that the search for documents listed.</summary>
    internal ListedFolders Folders { get; init; } = new();

    /// <summary>Tells files of people among the outputs; null where all files there are outputs.</summary>
    internal ForeignFiles? Foreign { get; init; }
}
