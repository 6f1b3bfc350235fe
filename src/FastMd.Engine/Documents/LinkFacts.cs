using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>What has to be known of each document to check links between them. Plain data: it can be kept and used again.</summary>
/// <param name="Checked">References that were checked.</param>
/// <param name="Anchors">Hashes of the ids that links can lead to.</param>
/// <param name="References">Links to ids, those of its own included, in source order.</param>
internal sealed record LinkFacts(int Checked, IReadOnlyList<ContentHash> Anchors, IReadOnlyList<AnchorReference> References)
{
    /// <summary>Links to the web, in source order; empty unless they are asked for. No build state has them.</summary>
    public IReadOnlyList<ExternalReference> External { get; init; } = [];
}

/// <summary>A link to the web.</summary>
/// <param name="Url">The URL as it is written.</param>
/// <param name="Line">Line of the link, from 1.</param>
/// <param name="Column">Column of the link, from 1, in UTF-16 code units.</param>
internal sealed record ExternalReference(string Url, int Line, int Column);

/// <summary>A link to a place in a document of the tree. Whether the place is there is known once that document is converted.</summary>
/// <param name="Path">Absolute path of the document; that of the link's own where it stays in it.</param>
/// <param name="Fragment">The id of the place, percent-decoded.</param>
/// <param name="Line">Line of the link, from 1.</param>
/// <param name="Column">Column of the link, from 1, in UTF-16 code units.</param>
internal sealed record AnchorReference(string Path, string Fragment, int Line, int Column);

/// <summary>A link to a place that its document does not have.</summary>
/// <param name="Document">Absolute path of the document that the link stands in.</param>
/// <param name="Target">Absolute path of the document that it leads to.</param>
/// <param name="Fragment">The id of the place.</param>
internal sealed record DeadAnchor(string Document, string Target, string Fragment) : IMessage
{
    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<char> writer)
    {
        var place = PathRules.Comparer.Equals(Document, Target)
            ? "this document"
            : $"'{Path.GetRelativePath(Path.GetDirectoryName(Document)!, Target).Replace('\\', '/')}'";
        writer.Write($"The link to '#{Fragment}' leads to no place in {place}: no heading, footnote or tag there has that id; mend the link.");
    }
}

/// <summary>One place a document's links were looked up at. Its output, or what is said about it, depends on the answer.</summary>
/// <param name="Path">Absolute path; a separator at its end means that only a folder will do.</param>
/// <param name="Kind">What there was.</param>
/// <param name="IsDocument">Whether it is a file that is converted along with the tree.</param>
internal sealed record LinkLookup(string Path, PathKind Kind, bool IsDocument);
