using FastMd.Engine.Markdown.Definitions;
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
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        if (processor.IsBlankLine)
        {
            return BlockState.BreakDiscard;
        }

        if (!processor.IsCodeIndent && UnderlineOf(processor.Line) is { } level && TryMakeHeading(processor, (ParagraphBlock)block, level))
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
            TakeAway(paragraph);
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
            lines.Lines[i].Slice.TrimStart();
        }

        if (lines.Count > 0)
        {
            lines.Lines[lines.Count - 1].Slice.TrimEnd();
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

    private bool TryMakeHeading(BlockProcessor processor, ParagraphBlock paragraph, int level)
    {
        var hasDefinitions = TakeDefinitions(processor, paragraph);

        // Of the blocks around a paragraph those are open that the line goes on with.
        if ((hasDefinitions && paragraph.Lines.Count == 0) || !paragraph.Parent!.IsOpen)
        {
            return false;
        }

        var heading = new HeadingBlock(this)
        {
            Column = paragraph.Column,
            Span = new(paragraph.Span.Start, processor.Line.End),
            Level = level,
            Lines = paragraph.Lines,
            IsSetext = true,
            HeaderCharCount = processor.Line.AsSpan().TrimEnd(" \t").Length,
        };
        TrimLines(ref heading.Lines);

        // Markdig takes it away from wherever it is.
        TakeAway(paragraph);
        _ = new QuoteBlock(this) { paragraph };
        processor.Discard(paragraph);
        while (processor.CurrentChar is '=' or '-')
        {
            processor.NextChar();
        }

        processor.NewBlocks.Push(heading);
        return true;
    }

    private static void TakeAway(ParagraphBlock paragraph)
    {
        var parent = paragraph.Parent!;
        if (parent.LastChild == paragraph)
        {
            parent.RemoveAt(parent.Count - 1);
        }
        else
        {
            parent.Remove(paragraph);
        }
    }

    private static bool TakeDefinitions(BlockProcessor processor, ParagraphBlock paragraph)
    {
        var definitions = DefinitionReader.Take(ref paragraph.Lines);
        if (definitions.Count == 0)
        {
            return false;
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

        return true;
    }

    private static bool HasSharpS(string label)
        => label.AsSpan().IndexOfAny('\u00DF', '\u1E9E') >= 0 || label.Contains("ss", StringComparison.OrdinalIgnoreCase);
}
