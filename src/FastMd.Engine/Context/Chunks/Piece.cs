using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Chunks;

/// <summary>A section, or as much of one as fits in a chunk.</summary>
/// <param name="Section">The section.</param>
/// <param name="Blocks">Its blocks; the heading of the section is the first of them where it begins there.</param>
/// <param name="Id">Depends on document, heading path and content alone.</param>
/// <param name="Tokens">Tokens of its blocks.</param>
internal sealed record Piece(Section Section, List<Node> Blocks, string Id, int Tokens)
{
    /// <summary>Where it begins in the text.</summary>
    public int Start => Blocks.Count > 0 ? Blocks[0].Start : Section.Heading?.Start ?? 0;

    /// <summary>Whether it begins with the section's heading, or before the first one.</summary>
    public bool BeginsSection => Section.Heading is null || (Blocks.Count > 0 && ReferenceEquals(Blocks[0], Section.Heading));
}
