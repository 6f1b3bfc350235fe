using FastMd.Engine.Mdx.Syntax;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Makes a tree of a parsed document.</summary>
internal static class MdxTreeBuilder
{
    /// <summary>Makes it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="context">What its parsers have noted.</param>
    /// <param name="tree">Receives the elements.</param>
    /// <param name="hasHeadingIds">Whether headings have ids and are noted.</param>
    public static void Build(MarkdownDocument document, MdxContext context, MdxTree tree, bool hasHeadingIds)
    {
        var cursor = new TreeCursor(tree, context.Source);
        var footnotes = new FootnoteList();
        var blocks = new BlockReader(cursor, new(cursor, footnotes, context), hasHeadingIds ? new(tree) : null);
        tree.Statements.AddRange(context.Statements);
        blocks.ReadDocument(document);
        cursor.RefuseOpenTags();
        footnotes.AppendTo(blocks, cursor);
        TextLinks.Link(tree);
    }
}
