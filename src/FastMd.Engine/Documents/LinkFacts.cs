namespace FastMd.Engine.Documents;

/// <summary>What has to be known of each document to check links between them. Plain data: it can be kept and used again.</summary>
/// <param name="Checked">References that were checked.</param>
/// <param name="Anchors">Hashes of the ids that links can lead to.</param>
/// <param name="References">Links to ids, those of its own included, in source order.</param>
internal sealed record LinkFacts(int Checked, IReadOnlyList<ContentHash> Anchors, IReadOnlyList<AnchorReference> References);
