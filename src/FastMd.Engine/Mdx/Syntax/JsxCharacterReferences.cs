using System.Globalization;
using System.Text;
using AngleSharp.Html;
using Markdig.Helpers;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Character references in the attributes of tags, as the reference has them: a name needs its semicolon, but of one that is unknown the
/// beginning counts if it is a name that HTML knows without; numbers from 128 to 159 are those of Windows.
/// </summary>
internal static class JsxCharacterReferences
{
    // Those that stand for nothing in Windows are left as they are.
    private const string Windows = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private const int FirstOfWindows = 128;
    private const int LongestLegacyName = 6;

    /// <summary>A value with what its references stand for.</summary>
    public static string Decode(string value)
    {
        var reference = value.IndexOf('&', StringComparison.Ordinal);
        if (reference < 0)
        {
            return value;
        }

        var decoded = new StringBuilder(value.Length).Append(value, 0, reference);
        for (var rest = value.AsSpan(reference); !rest.IsEmpty;)
        {
            var length = rest[0] == '&' ? Read(rest, decoded) : 0;
            if (length == 0)
            {
                length = rest[1..].IndexOf('&') is >= 0 and var next ? next + 1 : rest.Length;
                decoded.Append(rest[..length]);
            }

            rest = rest[length..];
        }

        return decoded.ToString();
    }

    /// <summary>Reads the reference at the beginning of a text; returns its length, 0 where there is none.</summary>
    private static int Read(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var isNumber = text.Length > 1 && text[1] == '#';
        var isHexadecimal = isNumber && text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHexadecimal ? 3 : isNumber ? 2 : 1;
        var end = start;
        while (end < text.Length && (isHexadecimal ? char.IsAsciiHexDigit(text[end]) : isNumber ? char.IsAsciiDigit(text[end]) : char.IsAsciiLetterOrDigit(text[end])))
        {
            end++;
        }

        if (end == start || end == text.Length || text[end] != ';')
        {
            return 0;
        }

        var content = text[start..end];
        if (isNumber)
        {
            decoded.Append(OfNumber(content, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None));
            return end + 1;
        }

        if (EntityHelper.DecodeEntity(content) is { } known)
        {
            decoded.Append(known);
            return end + 1;
        }

        for (var length = Math.Min(content.Length, LongestLegacyName); length > 0; length--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(content[..length].ToString()) is { } legacy)
            {
                decoded.Append(legacy);
                return start + length;
            }
        }

        return 0;
    }

    private static string OfNumber(ReadOnlySpan<char> digits, NumberStyles style)
    {
        var isInRange = int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number);
        return isInRange && number >= FirstOfWindows && number < FirstOfWindows + Windows.Length ? Windows[number - FirstOfWindows].ToString()
            : isInRange && number > 0 && Rune.IsValid(number) ? new Rune(number).ToString()
            : Rune.ReplacementChar.ToString();
    }
}
