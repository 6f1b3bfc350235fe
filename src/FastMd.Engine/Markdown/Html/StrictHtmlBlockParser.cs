using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Html;

/// <summary>Reads HTML blocks. Markdig takes a line such as <c>&lt;/a b&gt;</c> for a tag, and what it says is lost.</summary>
internal class StrictHtmlBlockParser : HtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var state = base.TryOpen(processor);
        if (state != BlockState.None && processor.NewBlocks.Peek() is HtmlBlock { Type: HtmlBlockType.NonInterruptingBlock } && !IsOneTag(line))
        {
            processor.NewBlocks.Pop();
            return BlockState.None;
        }

        return state;
    }

    /// <summary>Whether there is nothing in a line but one tag.</summary>
    protected static bool IsOneTag(StringSlice line)
        => HtmlHelper.TryParseHtmlTag(ref line, out _) && line.IsEmptyOrWhitespace();
}
