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
    /// <param name="headings">Collects the headings; null where nobody asks for them.</param>
    public static void Build(MarkdownDocument document, MdxContext context, MdxTree tree, HeadingList? headings)
    {
        var cursor = new TreeCursor(tree, context.Source);
        var footnotes = new FootnoteList();
        var blocks = new BlockReader(cursor, new(cursor, footnotes, context), headings);
        tree.Statements.AddRange(context.Statements);
        blocks.ReadDocument(document);
        cursor.RefuseOpenTags();
        footnotes.AppendTo(blocks, cursor);
        TextLinks.Link(tree);
    }
}
