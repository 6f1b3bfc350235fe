using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Tree;

/// <summary>The headings of a document.</summary>
internal static class DocumentHeadings
{
    /// <summary>The headings among blocks, and in them.</summary>
    public static List<Heading> Of(List<Node> blocks)
        => [.. Walk.All(blocks, entersText: false).OfType<HeadingNode>().Select(static heading => new Heading(heading.Level, PlainText.Of(heading.Children), heading.Id is { Length: > 0 } id ? id : null))];
}
