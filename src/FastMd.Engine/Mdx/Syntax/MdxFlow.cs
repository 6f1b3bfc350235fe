using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Lines that hold nothing but tags and expressions.</summary>
internal sealed class MdxFlow : LeafBlock
{
    public MdxFlow(BlockParser parser, List<FlowPart> parts, int lastLine)
        : base(parser)
    {
        Parts = parts;
        LastLine = lastLine;
        ProcessInlines = false;
        IsBreakable = false;
    }

    public IReadOnlyList<FlowPart> Parts { get; }

    /// <summary>Index of the last line it takes.</summary>
    public int LastLine { get; }
}
