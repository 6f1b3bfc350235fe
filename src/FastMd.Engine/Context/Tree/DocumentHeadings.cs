using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Tree;

/// <summary>The headings of a document.</summary>
internal static class DocumentHeadings
{
    /// <summary>The headings among blocks, and in them.</summary>
    public static List<Heading> Of(List<Node> blocks)
    {
        var headings = new List<Heading>();
        Collect(blocks, headings);
        return headings;
    }

    private static void Collect(List<Node> blocks, List<Heading> headings)
    {
        foreach (var block in blocks)
        {
            if (block is HeadingNode heading)
            {
                headings.Add(new(heading.Level, PlainText.Of(heading.Children), heading.Id is { Length: > 0 } id ? id : null));
            }
            else if (block is Parent parent and not (Paragraph or TableNode))
            {
                Collect(parent.Children, headings);
            }
        }
    }
}
