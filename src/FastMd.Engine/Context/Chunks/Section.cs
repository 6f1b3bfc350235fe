using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Chunks;

/// <summary>What stands under one heading, up to the next one.</summary>
/// <param name="Path">The headings that it stands under, the outermost first, its own last; none before the first heading.</param>
/// <param name="Blocks">Its blocks, without its heading.</param>
internal sealed record Section(IReadOnlyList<HeadingNode> Path, List<Node> Blocks)
{
    /// <summary>Its own heading; null before the first heading.</summary>
    public HeadingNode? Heading => Path.Count > 0 ? Path[^1] : null;

    /// <summary>The sections of a document.</summary>
    public static List<Section> Of(List<Node> blocks)
    {
        var sections = new List<Section>();
        var path = new List<HeadingNode>();
        var current = new Section([], []);
        foreach (var block in blocks)
        {
            if (block is not HeadingNode heading)
            {
                current.Blocks.Add(block);
                continue;
            }

            if (current.Heading is not null || current.Blocks.Count > 0)
            {
                sections.Add(current);
            }

            path.RemoveAll(outer => outer.Level >= heading.Level);
            path.Add(heading);
            current = new([.. path], []);
        }

        sections.Add(current);
        return sections;
    }
}
