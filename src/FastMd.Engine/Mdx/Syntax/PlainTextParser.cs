using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Puts a line into the paragraph before it that could begin a quote or a list: a tag that goes on over several lines and turns out to
/// be text may have such lines. Headings and the like they are all the same.
/// </summary>
internal sealed class PlainTextParser : BlockParser
{
    public PlainTextParser() => OpeningCharacters = ['>', '-', '+', '*', '[', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.LineIndex > MdxContext.Of(processor).LastTextLine
            || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true } paragraph
            || !ContainedLine.BeginsContainer(processor.Line.AsSpan()))
        {
            return BlockState.None;
        }

        paragraph.AppendLine(ref processor.Line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        paragraph.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
