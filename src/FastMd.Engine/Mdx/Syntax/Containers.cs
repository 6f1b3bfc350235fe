using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>The lists, items, quotes and footnotes that something stands in.</summary>
internal static class Containers
{
    /// <summary>A container and those around it, outermost first, without the document; none at the top level.</summary>
    /// <param name="innermost">The container.</param>
    public static List<Block> UpTo(Block? innermost)
    {
        var containers = new List<Block>();
        for (var container = innermost; container is not null and not MarkdownDocument; container = container.Parent)
        {
            containers.Add(container);
        }

        containers.Reverse();
        return containers;
    }
}
