using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads links. Where a full reference leads nowhere Markdig leaves its opening bracket waiting, so that the text after it counts as
/// inside a link; here the bracket becomes text at once, as the specification has it.
/// </summary>
internal sealed class BracketParser : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']')
        {
            return base.Match(processor, ref slice);
        }

        var opener = processor.Inline?.FirstParentOfType<LinkDelimiterInline>();
        if (base.Match(processor, ref slice))
        {
            return true;
        }

        if (opener is { Parent: not null })
        {
            processor.Inline = opener.ReplaceBy(new LiteralInline { Content = new(opener.IsImage ? "![" : "[") });
        }

        return false;
    }
}
