using System.Globalization;
using System.Text;

namespace FastMd.Engine.JavaScript.Tokens;

/// <summary>Identifier names: the characters they have, and the reading of one.</summary>
internal static class Identifiers
{
    // A set bit: a letter, a digit, `$` or `_`.
    private const ulong LowParts = 0x03FF_0010_0000_0000, HighParts = 0x07FF_FFFE_87FF_FFFE;

    public static bool IsStart(char c)
        => c < 128 ? char.IsAsciiLetter(c) || c is '$' or '_' : IsStart(CharUnicodeInfo.GetUnicodeCategory(c), c);

    public static bool IsPart(char c)
        => c < 64 ? (LowParts >> c & 1) != 0
            : c < 128 ? (HighParts >> (c - 64) & 1) != 0
            : IsPart(CharUnicodeInfo.GetUnicodeCategory(c), c);

    public static bool IsStart(int codePoint) => codePoint < 0x10000 ? IsStart((char)codePoint) : IsStart(CharUnicodeInfo.GetUnicodeCategory(codePoint), codePoint);

    public static bool IsPart(int codePoint) => codePoint < 0x10000 ? IsPart((char)codePoint) : IsPart(CharUnicodeInfo.GetUnicodeCategory(codePoint), codePoint);

    /// <summary>Whether all of a text is an identifier name; reserved words are.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (first ? !IsStart(rune.Value) : !IsPart(rune.Value))
            {
                return false;
            }

            first = false;
        }

        return !first;
    }

    /// <summary>The code point at an offset; a lone surrogate is itself.</summary>
    public static int CodePointAt(string text, int offset, int limit)
        => char.IsHighSurrogate(text[offset]) && offset + 1 < limit && char.IsLowSurrogate(text[offset + 1])
            ? char.ConvertToUtf32(text[offset], text[offset + 1])
            : text[offset];

    /// <summary>A code point as text; a lone surrogate as the replacement character.</summary>
    public static string ToText(int codePoint) => char.ConvertFromUtf32(codePoint is >= 0xD800 and <= 0xDFFF ? '\uFFFD' : codePoint);

    /// <summary>Skips the characters that an identifier name can go on with, escapes not included.</summary>
    /// <param name="source">The text.</param>
    /// <param name="alsoHyphens">Whether hyphens count, as in the names of JSX.</param>
    public static void SkipParts(SourceCursor source, bool alsoHyphens = false)
    {
        var (text, limit, position) = (source.Text, source.Limit, source.Position);
        while (position < limit)
        {
            var c = text[position];
            if (c < 128)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('$' or '_') && !(alsoHyphens && c == '-'))
                {
                    break;
                }

                position++;
                continue;
            }

            var codePoint = CodePointAt(text, position, limit);
            if (!IsPart(codePoint))
            {
                break;
            }

            position += codePoint > char.MaxValue ? 2 : 1;
        }

        source.Position = position;
    }

    /// <summary>Reads an identifier name that has escapes in it; the position is at its first escape.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Offset of the name's first character.</param>
    public static string ReadEscaped(SourceCursor source, int start)
    {
        var name = new StringBuilder().Append(source.Text, start, source.Position - start);
        while (source.Peek() == '\\')
        {
            AppendEscape(source, start, name);
            var from = source.Position;
            SkipParts(source);
            name.Append(source.Text, from, source.Position - from);
        }

        return name.ToString();
    }

    private static void AppendEscape(SourceCursor source, int nameStart, StringBuilder name)
    {
        var start = source.Position++;
        if (source.Peek() != 'u')
        {
            source.Fail(source.Position, "A name can have no escapes but `\\uXXXX`");
        }

        source.Position++;
        var codePoint = EscapeSequences.ReadCodePoint(source);
        if (start == nameStart ? !IsStart(codePoint) : !IsPart(codePoint))
        {
            source.Fail(start, "The escape stands for no character that a name can have here");
        }

        name.Append(ToText(codePoint));
    }

    private static bool IsStart(UnicodeCategory category, int codePoint) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        ? codePoint != 0x2E2F
        : codePoint is 0x2118 or 0x212E or 0x309B or 0x309C or 0x1885 or 0x1886;

    private static bool IsPart(UnicodeCategory category, int codePoint) => category is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation
        || codePoint is 0x200C or 0x200D or 0xB7 or 0x387 or 0x19DA or 0x30FB or 0xFF65 or (>= 0x1369 and <= 0x1371)
        || IsStart(category, codePoint);
}
