using System.Buffers;
using System.Collections.Frozen;
using Markdig.Extensions.Emoji;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Shortcodes;

/// <summary>Reads emoji shortcodes such as <c>:rocket:</c>. Markdig's parser also looks at what precedes them; GitHub does not.</summary>
internal sealed class ShortcodeParser : InlineParser
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    private static readonly Lazy<FrozenDictionary<string, string>> Emoji
        = new(static () => EmojiMapping.GetDefaultEmojiShortcodeToUnicode().ToFrozenDictionary(StringComparer.Ordinal));

    public ShortcodeParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var length = text[1..].IndexOfAnyExcept(NameCharacters);
        if (length is <= 0 or > LongestName || text[length + 1] != ':')
        {
            return false;
        }

        var shortcode = text[..(length + 2)].ToString();
        if (!Emoji.Value.TryGetValue(shortcode, out var emoji))
        {
            return false;
        }

        var place = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new EmojiInline(emoji)
        {
            Match = shortcode,
            Span = new(place, place + shortcode.Length - 1),
            Line = line,
            Column = column,
        };
        slice.Start += shortcode.Length;
        return true;
    }
}
