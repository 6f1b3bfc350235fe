using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads character references in text. Numbers of control characters and of what is no character stand for the replacement character.</summary>
internal sealed class CharacterReferenceParser : HtmlEntityParser
{
    private const char Replacement = '\ufffd';

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (processor.Inline is HtmlEntityInline reference && reference.Original.PeekChar() == '#' && IsReplaced(reference.Transcoded.AsSpan()))
        {
            reference.Transcoded = new(Replacement.ToString());
        }

        return true;
    }

    private static bool IsReplaced(ReadOnlySpan<char> character)
        => (char.IsControl(character[0]) && character[0] is not ('\t' or '\n' or '\f' or '\r'))
            || character[0] is >= '\ufdd0' and <= '\ufdef'
            || (character is [>= '\ufffe'])
            || (character is [var high, var low] && (char.ConvertToUtf32(high, low) & 0xFFFE) == 0xFFFE);
}
