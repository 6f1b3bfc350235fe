using System.Text;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>The text of a glyph as it is written in Markdown: ligatures taken apart, symbols of symbol fonts as what they show.</summary>
internal static class CodeText
{
    // In the order of their codes, from U+FB00.
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    // Letters of U+FE80 to U+FEF4, and how many forms each has: the runtime has no tables to normalize with.
    private const string ArabicLetters = "ء1آ2أ2ؤ2إ2ئ4ا2ب4ة2ت4ث4ج4ح4خ4د2ذ2ر2ز2س4ش4ص4ض4ط4ظ4ع4غ4ف4ق4ك4ل4م4ن4ه4و2ى2ي4";

    private static readonly char[] ArabicForms = FormsOf(ArabicLetters);
    private static readonly string[] LamAlef = ["لآ", "لآ", "لأ", "لأ", "لإ", "لإ", "لا", "لا"];

    /// <summary>Cleans the text of one glyph.</summary>
    public static string Clean(string text)
    {
        if (text.Length == 1)
        {
            return Clean(text[0], text);
        }

        if (text.Length == 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A half of a pair of surrogates comes out of the enumeration as U+FFFD.
            clean.Append(rune.IsBmp ? Clean((char)rune.Value, null) : rune.ToString());
        }

        return clean.ToString();
    }

    private static string Clean(char c, string? whole) => c switch
    {
        '\t' or '\n' or '\r' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' => " ",
        < ' ' or '\u007F' or '\uFFFD' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') => "",
        >= '\u0080' and <= '\u009F' => "",
        >= '\uFB00' and <= '\uFB06' => Ligatures[c - '\uFB00'],
        >= '\uFE80' and <= '\uFEF4' => ArabicForms[c - '\uFE80'].ToString(),
        >= '\uFEF5' and <= '\uFEFC' => LamAlef[c - '\uFEF5'],
        >= '\uE000' and <= '\uF8FF' => OfSymbolFont(c),
        >= '\uD800' and <= '\uDFFF' => "",
        _ => whole ?? c.ToString(),
    };

    // Symbol fonts of Windows have their codes from U+F000 on.
    private static string OfSymbolFont(char c) => c switch
    {
        '\uF0B7' or '\uF06C' or '\uF09F' => "•",
        '\uF0A7' or '\uF06E' => "▪",
        '\uF0D8' => "➢",
        '\uF0FC' => "✓",
        '\uF0E0' or '\uF0E8' => "→",
        '\uF071' or '\uF0A8' or '\uF06F' => "□",
        > '\uF020' and < '\uF07F' => ((char)(c - '\uF000')).ToString(),
        _ => "",
    };

    private static char[] FormsOf(string letters)
    {
        var forms = new List<char>();
        for (var i = 0; i < letters.Length; i += 2)
        {
            for (var form = '0'; form < letters[i + 1]; form++)
            {
                forms.Add(letters[i]);
            }
        }

        return [.. forms];
    }
}
