using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Keeps an exclamation mark before a footnote's reference from making the two an image.</summary>
internal sealed class FootnoteMarkParser : InlineParser
{
    public FootnoteMarkParser() => OpeningCharacters = ['!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!slice.AsSpan().StartsWith("![^", StringComparison.Ordinal))
        {
            return false;
        }

        processor.Inline = new LiteralInline { Content = new(slice.Text, slice.Start, slice.Start) };
        slice.SkipChar();
        return true;
    }
}
