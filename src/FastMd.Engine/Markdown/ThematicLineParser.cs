using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads thematic breaks. Dashes under a paragraph underline it, if the line goes on with all that the paragraph stands in; Markdig asks for less.
/// </summary>
/// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
internal sealed class ThematicLineParser(bool hasIndentedCode) : ThematicBreakParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if ((hasIndentedCode && processor.IsCodeIndent) || !ThematicLine.Is(line) || Underlines(processor, line.TrimEnd(" \t")))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new ThematicBreakBlock(this)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            ThematicChar = line[0],
            ThematicCharCount = line.Count(line[0]),
            Content = processor.Line,
        });
        return BlockState.BreakDiscard;
    }

    private static bool Underlines(BlockProcessor processor, ReadOnlySpan<char> line)
        => processor.CurrentBlock is ParagraphBlock { Parent.IsOpen: true } && !line.ContainsAnyExcept('-');
}
