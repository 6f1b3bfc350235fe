using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Puts a line into the paragraph before it, whatever else it could begin: a tag that goes on over several lines and turns out to be
/// text may have lines that look like quotes or lists.
/// </summary>
internal sealed class PlainTextParser : BlockParser
{
    public PlainTextParser() => OpeningCharacters = [.. Enumerable.Range('!', '~' - '!' + 1).Select(static value => (char)value)];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.LineIndex > MdxContext.Of(processor).LastTextLine
            || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true } paragraph)
        {
            return BlockState.None;
        }

        paragraph.AppendLine(ref processor.Line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        paragraph.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
