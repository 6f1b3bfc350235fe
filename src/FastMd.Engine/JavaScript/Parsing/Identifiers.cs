using System.Globalization;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What JavaScript takes for a name.</summary>
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

    /// <summary>Whether all of a text is a name; reserved words are.</summary>
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
    public static int CodePointAt(string text, int offset, int end)
        => char.IsHighSurrogate(text[offset]) && offset + 1 < end && char.IsLowSurrogate(text[offset + 1])
            ? char.ConvertToUtf32(text[offset], text[offset + 1])
            : text[offset];

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
