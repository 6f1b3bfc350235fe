using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Lines of import and export statements.</summary>
internal sealed class MdxModule : LeafBlock
{
    public MdxModule(BlockParser parser, int end)
        : base(parser)
    {
        End = end;
        ProcessInlines = false;
        IsBreakable = false;
    }

    /// <summary>The offset in the document where its last line ends.</summary>
    public int End { get; }
}
