using FastMd.Engine.JavaScript;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads tags in text.</summary>
internal sealed class MdxTagParser : InlineParser
{
    public MdxTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        MdxContext.Of(processor).ThrowIfCancelled();
        if (IsBeforeTrailingSpace(processor, slice))
        {
            return false;
        }

        var place = InlinePlace.Of(processor, slice);
        var reader = new JsxTagReader(slice.Text, slice.Start, slice.End + 1, isWhole: true, place);
        if (reader.Read(out var tag) != ScanStatus.Complete)
        {
            return false;
        }

        processor.Inline = new MdxTagInline(tag!) { Span = new(tag!.Start, tag.End - 1) };
        slice.Start = reader.Position;
        return true;
    }

    /// <summary>No tag begins with space, also where that has been taken off a paragraph's end.</summary>
    private static bool IsBeforeTrailingSpace(InlineProcessor processor, StringSlice slice)
    {
        if (slice.Start < slice.End)
        {
            return false;
        }

        var end = InlinePlace.End(processor, MdxContext.Of(processor).Source, slice.End + 1);
        return end > processor.GetSourcePosition(slice.End) + 1;
    }
}

/// <summary>A tag in text.</summary>
internal sealed class MdxTagInline(JsxTag tag) : LeafInline
{
    public JsxTag Tag { get; } = tag;
}
