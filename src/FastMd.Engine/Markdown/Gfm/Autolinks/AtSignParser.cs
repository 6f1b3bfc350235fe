using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>Notes at signs, in whatever way they are written: only text that has one is searched for e-mail addresses.</summary>
internal sealed class AtSignParser : InlineParser
{
    public AtSignParser() => OpeningCharacters = ['@', '\\', '&'];

    /// <summary>Whether the block at hand has one.</summary>
    public bool WasSeen(InlineProcessor processor) => processor.ParserStates[Index] is not null;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Few characters are written as references, and any of them may be an at sign.
        if (slice.CurrentChar is '@' or '&' || slice.PeekChar() == '@')
        {
            processor.ParserStates[Index] = this;
        }

        return false;
    }
}
