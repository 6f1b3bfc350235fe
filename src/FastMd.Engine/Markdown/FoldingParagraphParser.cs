using FastMd.Engine.Markdown.Definitions;
using FastMd.Engine.Markdown.Lists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads paragraphs, setext headings, and the link definitions in paragraphs. A definition is also known under the
/// spellings that full case folding makes equal and a comparison character by character does not: ß, its capital and ss.
/// </summary>
/// <remarks>
/// Markdig looks for a paragraph among all its siblings to take it away, and for a definition among all definitions to add it, so that
/// time grows with the square of the headings and definitions.
/// </remarks>
internal class FoldingParagraphParser : ParagraphBlockParser
{
    private const string Space = " \t";

    /// <summary>Is given each heading that an underline makes of a paragraph, before its text is parsed; null where nobody asks.</summary>
    public Action<HeadingBlock>? HeadingClosed { get; set; }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        if (processor.IsBlankLine)
        {
            return BlockState.BreakDiscard;
        }

        if (!processor.IsCodeIndent && UnderlineOf(processor.Line) is { } level && TryEnd(processor, (ParagraphBlock)block, level))
        {
            return BlockState.BreakDiscard;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock paragraph)
        {
            return true;
        }

        TakeDefinitions(processor, paragraph);
        ref var lines = ref paragraph.Lines;
        if (lines.Count == 0)
        {
            TakeAway(paragraph, leavesPlace: paragraph.Parent is ListItemBlock);
            return false;
        }

        TrimLines(ref lines);
        SingleLine.Fit(paragraph);
        return true;
    }

    /// <summary>Takes away the space around the lines, but not the spaces of hard line breaks.</summary>
    private static void TrimLines(ref StringLineGroup lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            ref var line = ref lines.Lines[i].Slice;
            line.Start += line.Length - line.AsSpan().TrimStart(Space).Length;
        }

        if (lines.Count > 0)
        {
            ref var last = ref lines.Lines[lines.Count - 1].Slice;
            last.End -= last.Length - last.AsSpan().TrimEnd(Space).Length;
        }
    }

    /// <summary>The level of the heading that a line makes of the paragraph before it; null where it makes none.</summary>
    private static int? UnderlineOf(StringSlice line)
    {
        var text = line.AsSpan();
        if (text is not ['=' or '-', ..])
        {
            return null;
        }

        var mark = text[0];
        return text.TrimEnd(" \t").ContainsAnyExcept(mark) ? null : mark == '=' ? 1 : 2;
    }

    /// <summary>Ends a paragraph with a line that underlines it; where it was all definitions, dashes there are a thematic break.</summary>
    private bool TryEnd(BlockProcessor processor, ParagraphBlock paragraph, int level)
    {
        // Of the blocks around a paragraph those are open that the line goes on with.
        if (!paragraph.Parent!.IsOpen)
        {
            return false;
        }

        var start = paragraph.Span.Start;
        TakeDefinitions(processor, paragraph);
        var underline = processor.Line.AsSpan().TrimEnd(" \t");
        if (paragraph.Lines.Count > 0)
        {
            Replace(processor, paragraph, Heading(paragraph, start, level, underline.Length, processor.Line.End));
            return true;
        }

        if (underline is ['-', '-', '-', ..])
        {
            Replace(processor, paragraph, new ThematicBreakBlock(this)
            {
                Column = processor.Column,
                Span = new(processor.Start, processor.Line.End),
                ThematicChar = '-',
                ThematicCharCount = underline.Length,
                Content = processor.Line,
            });
            return true;
        }

        paragraph.Span.Start = processor.Start;
        return false;
    }

    private HeadingBlock Heading(ParagraphBlock paragraph, int start, int level, int underlineLength, int end)
    {
        var heading = new HeadingBlock(this)
        {
            Column = paragraph.Column,
            Span = new(start, end),
            Level = level,
            Lines = paragraph.Lines,
            IsSetext = true,
            HeaderCharCount = underlineLength,
        };
        TrimLines(ref heading.Lines);
        HeadingClosed?.Invoke(heading);
        return heading;
    }

    private void Replace(BlockProcessor processor, ParagraphBlock paragraph, Block replacement)
    {
        // Markdig takes it away from wherever it is.
        TakeAway(paragraph, leavesPlace: false);
        _ = new QuoteBlock(this) { paragraph };
        processor.Discard(paragraph);
        while (processor.CurrentChar is '=' or '-')
        {
            processor.NextChar();
        }

        processor.NewBlocks.Push(replacement);
    }

    private static void TakeAway(ParagraphBlock paragraph, bool leavesPlace)
    {
        // It is the last, or nearly so.
        var parent = paragraph.Parent!;
        var at = parent.Count - 1;
        while (parent[at] != paragraph)
        {
            at--;
        }

        parent.RemoveAt(at);
        if (leavesPlace)
        {
            parent.Insert(at, new RemovedBlock());
        }
    }

    private static void TakeDefinitions(BlockProcessor processor, ParagraphBlock paragraph)
    {
        var definitions = DefinitionReader.Take(ref paragraph.Lines);
        if (definitions.Count == 0)
        {
            return;
        }

        if (paragraph.Lines.Count > 0)
        {
            // A line with part of a tab is a text of its own.
            TrimLines(ref paragraph.Lines);
            var first = paragraph.Lines.Lines[0];
            paragraph.Line = first.Line;
            paragraph.Span.Start = Math.Max(first.Position, first.Slice.Start);
        }

        var known = processor.Document.GetLinkReferenceDefinitions(addGroup: true).Links;
        foreach (var definition in definitions)
        {
            var label = definition.Label!;
            if (known.TryAdd(label, definition) && HasSharpS(label))
            {
                var folded = label.Replace("\u00DF", "ss", StringComparison.Ordinal).Replace("\u1E9E", "ss", StringComparison.Ordinal);
                known.TryAdd(folded, definition);
                known.TryAdd(folded.Replace("ss", "\u00DF", StringComparison.OrdinalIgnoreCase), definition);
                known.TryAdd(folded.Replace("ss", "\u1E9E", StringComparison.OrdinalIgnoreCase), definition);
            }
        }
    }

    private static bool HasSharpS(string label)
        => label.AsSpan().IndexOfAny('\u00DF', '\u1E9E') >= 0 || label.Contains("ss", StringComparison.OrdinalIgnoreCase);
}
