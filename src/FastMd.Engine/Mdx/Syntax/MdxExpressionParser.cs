using FastMd.Engine.JavaScript;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads expressions in text.</summary>
internal sealed class MdxExpressionParser : InlineParser
{
    public MdxExpressionParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        MdxContext.Of(processor).ThrowIfCancelled();
        var place = InlinePlace.Of(processor, slice);
        var scan = place.Scan(slice.Text, slice.Start + 1, slice.End + 1);
        if (scan.Status != ScanStatus.Complete)
        {
            throw Rejection.Script(place.Source, place.Of(scan.Error!.Offset), scan.Error);
        }

        processor.Inline = new MdxExpressionInline(scan.Code, new(slice.Text, slice.Start + 1, scan.End - 1))
        {
            Span = new(place.Of(slice.Start), place.Of(scan.End)),
        };
        slice.Start = scan.End + 1;
        return true;
    }
}

/// <summary>An expression in text; without code it holds nothing but comments.</summary>
internal sealed class MdxExpressionInline(CodeFragment? code, StringSlice content) : LeafInline
{
    /// <summary>What stands between the braces.</summary>
    public StringSlice Content => content;

    public CodeFragment? Code { get; } = code;
}
