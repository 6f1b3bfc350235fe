using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>A footnote, where it is written.</summary>
internal sealed class FootnoteDefinition(BlockParser parser, string label) : ContainerBlock(parser)
{
    /// <summary>What it is called, as written.</summary>
    public string Label { get; } = label;

    /// <summary>Its number, by the order of first references in the source; 0 where nothing refers to it.</summary>
    public int Number { get; set; }

    /// <summary>How many references there are.</summary>
    public int References { get; set; }
}
