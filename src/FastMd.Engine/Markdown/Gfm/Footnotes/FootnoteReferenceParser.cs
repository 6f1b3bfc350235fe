using FastMd.Engine.Markdown.Gfm.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Reads references to footnotes that are there; others are text. An exclamation mark before one makes no image of it.</summary>
internal sealed class FootnoteReferenceParser : InlineParser
{
    public FootnoteReferenceParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var isMarked = slice.CurrentChar == '!';
        var footnotes = ParseContext.Of(processor).Footnotes;
        if (footnotes.Count == 0
            || FootnoteLabel.Read(isMarked ? slice.AsSpan()[1..] : slice.AsSpan(), out var label) is not (> 0 and var length)
            || !footnotes.TryGetValue(label.ToString(), out var footnote))
        {
            return false;
        }

        if (isMarked)
        {
            processor.Inline = new LiteralInline { Content = new(slice.Text, slice.Start, slice.Start) };
            slice.SkipChar();
            return true;
        }

        ParseContext.Of(processor).ReferTo(footnote);
        processor.Inline = new FootnoteReference(footnote, footnote.References)
        {
            Span = new(EscapedCell.Position(processor, slice.Start), EscapedCell.Position(processor, slice.Start + length - 1)),
        };
        slice.Start += length;
        return true;
    }
}

/// <summary>A reference to a footnote.</summary>
/// <param name="definition">The footnote.</param>
/// <param name="occurrence">Which of its references it is in the source, from 1.</param>
internal sealed class FootnoteReference(FootnoteDefinition definition, int occurrence) : LeafInline
{
    public FootnoteDefinition Definition { get; } = definition;

    public int Occurrence { get; } = occurrence;
}
