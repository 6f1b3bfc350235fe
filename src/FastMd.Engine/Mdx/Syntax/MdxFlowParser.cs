using FastMd.Engine.JavaScript;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Reads lines that hold nothing but tags and expressions. They interrupt a paragraph. Where anything else stands after them on their
/// last line they are text.
/// </summary>
internal sealed class MdxFlowParser : BlockParser
{
    public MdxFlowParser() => OpeningCharacters = ['<', '{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var text = BlockText.At(processor);
        var parts = new List<FlowPart>();
        var context = MdxContext.Of(processor);
        var isWhole = TryRead(text, context.Source, parts, out var end);
        var lines = LineCount(text.Text.AsSpan(text.Start, end - text.Start));
        if (!isWhole)
        {
            // Lines that were read as markup so far are text now, whatever else they could begin.
            context.LastTextLine = processor.LineIndex + lines;
            return BlockState.None;
        }

        processor.NewBlocks.Push(new MdxFlow(this, parts, processor.LineIndex + lines)
        {
            Column = processor.Column,
            Span = new(processor.Start, text.SourceOffset(end - 1)),
        });
        return lines == 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var last = ((MdxFlow)block).LastLine;
        return processor.LineIndex < last ? BlockState.ContinueDiscard
            : processor.LineIndex == last ? BlockState.BreakDiscard
            : BlockState.None;
    }

    /// <summary>Reads tags and expressions up to a line's end. False where something else stands in the line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The document.</param>
    /// <param name="parts">Receives what is read.</param>
    /// <param name="end">The offset of the line's end, or of what else stands there.</param>
    private static bool TryRead(BlockText text, string source, List<FlowPart> parts, out int end)
    {
        var offset = 0;
        while (true)
        {
            // The text moves when more of it is seen: offsets count from its start.
            var position = text.Start + offset;
            while (position < text.End && text.Text[position] is ' ' or '\t')
            {
                position++;
            }

            if (position >= text.End || text.Text[position] is '\r' or '\n')
            {
                end = position;
                return true;
            }

            var isTag = text.Text[position] == '<';
            if (!isTag && (text.Text[position] != '{' || (parts.Count > 0 && parts[^1].Tag is null)))
            {
                end = position;
                return false;
            }

            var start = position - text.Start;
            if (!(isTag ? TryReadTag(text, source, start, parts, out offset) : TryReadExpression(text, source, start, parts, out offset)))
            {
                end = text.Start + start;
                return false;
            }
        }
    }

    private static bool TryReadTag(BlockText text, string source, int start, List<FlowPart> parts, out int next)
    {
        next = start;
        var isLast = text.Start + start + 1 == text.End;
        if (isLast && text.SourceOffset(text.Start + start) + 1 < source.Length)
        {
            // No tag begins with a line's end.
            return false;
        }

        var isWhole = false;
        while (true)
        {
            var reader = new JsxTagReader(text.Text, text.Start + start, text.End, isWhole, new(source, text.SourceOffset));
            var status = reader.Read(out var tag);
            next = reader.Position - text.Start;
            if (status == ScanStatus.Complete)
            {
                parts.Add(new(tag, null, tag!.Start, tag.End));
                return true;
            }

            if (status == ScanStatus.Invalid)
            {
                return false;
            }

            isWhole = !text.Extend();
            RefuseLazy(text, source, isWhole);
        }
    }

    private static bool TryReadExpression(BlockText text, string source, int start, List<FlowPart> parts, out int next)
    {
        var place = new TextPlace(source, text.SourceOffset);
        while (true)
        {
            var open = text.Start + start;
            var scan = place.Scan(text.Text, open + 1, text.End);
            next = scan.End + 1 - text.Start;
            if (scan.Status == ScanStatus.Complete)
            {
                parts.Add(new(null, scan.Code, place.Of(open), place.Of(scan.End) + 1));
                return true;
            }

            // More text may hold another closing brace: then it is what stands before that brace that is wrong.
            var isWhole = !text.Extend();
            RefuseLazy(text, source, isWhole);
            if (isWhole)
            {
                throw Rejection.Script(source, place.Of(scan.Error!.Offset), scan.Error);
            }
        }
    }

    private static void RefuseLazy(BlockText text, string source, bool isWhole)
    {
        if (isWhole && text.LazyLine >= 0)
        {
            throw Rejection.Lazy(source, text.LazyLine);
        }
    }

    private static int LineCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = text.IndexOfAny('\r', '\n'); i >= 0; i = text.IndexOfAny('\r', '\n'))
        {
            count++;
            text = text[(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1)..];
        }

        return count;
    }
}

/// <summary>A tag, or an expression: without code it holds nothing but comments.</summary>
/// <param name="Tag">The tag; null for an expression.</param>
/// <param name="Code">The expression.</param>
/// <param name="Start">Where it begins in the document.</param>
/// <param name="End">The offset after its last character.</param>
internal sealed record FlowPart(JsxTag? Tag, CodeFragment? Code, int Start, int End);

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
