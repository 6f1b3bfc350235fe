using FastMd.Engine.Mdx.JavaScript;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads tags in text.</summary>
internal sealed class MdxTagParser : InlineParser
{
    public MdxTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var place = new TextPlace(MdxContext.Of(processor).Source, processor.GetSourcePosition);
        var reader = new JsxTagReader(slice.Text, slice.Start, slice.End + 1, isWhole: true, place);
        if (reader.Read(out var tag) != ScanStatus.Complete)
        {
            return false;
        }

        processor.Inline = new MdxTagInline(tag!) { Span = new(tag!.Start, tag.End - 1) };
        slice.Start = reader.Position;
        return true;
    }
}
