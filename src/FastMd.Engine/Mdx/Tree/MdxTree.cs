using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>A document as elements, and the ES module statements in it.</summary>
/// <param name="length">Length of the document; its text is hardly longer.</param>
internal sealed class MdxTree(int length) : IDisposable
{
    /// <summary>All text of the document, one node's after the other's.</summary>
    public PooledText Text { get; } = new(length);

    /// <summary>A fragment that holds the content.</summary>
    public MdxElement Root { get; } = new(null) { Start = 0 };

    /// <summary>Imports and exports, in the order of the document.</summary>
    public List<EsmStatement> Statements { get; } = [];

    /// <summary>The headings, in the order of the document; empty unless they were asked for.</summary>
    public List<Heading> Headings { get; } = [];

    public ReadOnlySpan<char> TextOf(MdxText text) => Text.Slice(text.Offset, text.Length);

    /// <summary>Makes a node of text that is not from the document.</summary>
    public MdxText AddText(string value)
    {
        var text = new MdxText(Text.Length) { Length = value.Length };
        Text.Append(value);
        return text;
    }

    public void Dispose() => Text.Dispose();
}
