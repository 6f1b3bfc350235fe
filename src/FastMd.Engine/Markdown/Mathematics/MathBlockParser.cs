using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Mathematics;

/// <summary>
/// Reads display math that takes whole lines, from <c>$$</c> at the beginning of a line to <c>$$</c> at the end of one. Lines in it are no lists,
/// headings or quotes. Blank lines may stand in it where both stand alone. Without an end it is text.
/// </summary>
internal sealed class MathBlockParser : BlockParser
{
    private const string Fence = "$$";

    private readonly bool _hasIndentedCode;

    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
    public MathBlockParser(bool hasIndentedCode)
    {
        _hasIndentedCode = hasIndentedCode;
        OpeningCharacters = ['$'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (_hasIndentedCode && processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line.AsSpan().TrimEnd();
        if (!line.StartsWith(Fence) || line is [_, _, '$', ..])
        {
            return BlockState.None;
        }

        var rest = line[Fence.Length..];
        var isWhole = rest.Length > Fence.Length && EndsMath(rest) && !rest[..^Fence.Length].IsWhiteSpace();
        if (rest[..^(isWhole ? Fence.Length : 0)].Contains(Fence, StringComparison.Ordinal) || (!isWhole && !HasEnd(processor, isAlone: rest.IsEmpty)))
        {
            return BlockState.None;
        }

        var block = new MathBlock(this)
        {
            Column = processor.Column,
            Span = new(processor.Start, processor.Line.End),
            FencedChar = '$',
            OpeningFencedCharCount = Fence.Length,
            ClosingFencedCharCount = isWhole ? Fence.Length : 0,
        };
        processor.NewBlocks.Push(block);
        if (!rest.IsEmpty)
        {
            Add(block, processor, processor.Line.Start + Fence.Length, rest.Length - (isWhole ? Fence.Length : 0));
        }

        return isWhole ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var line = processor.Line.AsSpan();
        var text = line.TrimEnd();
        if (!EndsMath(text))
        {
            return BlockState.Continue;
        }

        var length = text.Length - Fence.Length;
        if (!text[..length].IsWhiteSpace())
        {
            Add((MathBlock)block, processor, processor.Line.Start, length);
        }

        ((MathBlock)block).ClosingFencedCharCount = Fence.Length;
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    private static void Add(MathBlock block, BlockProcessor processor, int start, int length)
    {
        var slice = new StringSlice(processor.Line.Text, start, start + length - 1);
        slice.Trim();
        block.AppendLine(ref slice, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
    }

    private static bool EndsMath(ReadOnlySpan<char> line) => line.EndsWith(Fence) && line is not [.., '$' or '\\', '$', '$'];

    /// <summary>Whether a line after this one ends math; before the next blank line, where text follows the dollar signs.</summary>
    private static bool HasEnd(BlockProcessor processor, bool isAlone)
    {
        var searched = ParseContext.Of(processor).SearchedForMath;
        var text = processor.Line.Text;
        var at = processor.Line.End + 1;
        if (at <= (isAlone ? searched.ToEnd : searched.ToBlank))
        {
            return false;
        }

        var isBehindBlank = false;
        while (at < text.Length)
        {
            at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
            var rest = text.AsSpan(int.Min(at, text.Length));
            var line = rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest;
            at += line.Length;
            var content = line.Trim(" \t>");
            isBehindBlank |= content.IsEmpty;
            if (EndsMath(content) && (!isBehindBlank || content.Length == Fence.Length))
            {
                return true;
            }

            if (isBehindBlank && !isAlone)
            {
                break;
            }
        }

        ParseContext.Of(processor).SearchedForMath = isAlone ? new(at, at) : searched with { ToBlank = at };
        return false;
    }
}

/// <summary>How far ends of display math were looked for in vain.</summary>
/// <param name="ToBlank">Offset up to which there is none before a blank line.</param>
/// <param name="ToEnd">Offset up to which there is none at all.</param>
internal readonly record struct MathSearch(int ToBlank, int ToEnd);
