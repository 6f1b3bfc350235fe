namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>
/// What the codes of TeX's own fonts say. PDF files made of them often do not say it themselves: the fonts do, and not always in a way that is understood.
/// </summary>
internal static class TexEncodings
{
    private const string Roman =
        "ΓΔΘΛΞΠΣΥΦΨΩ\0\0\0\0\0ıȷ`\u00B4ˇ˘¯˚¸ßæœøÆŒØ"
        + "\0!”#$%&’()*+,-./0123456789:;¡=¿?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[“]ˆ˙‘abcdefghijklmnopqrstuvwxyz–—˝˜\u00A8";

    private const string Italic =
        "ΓΔΘΛΞΠΣΥΦΨΩαβγδϵζηθικλμνξπρστυϕχψωεϑϖϱςφ↼↽⇀⇁\0\0▹◃0123456789.,</>⋆∂ABCDEFGHIJKLMNOPQRSTUVWXYZ♭♮♯⌣⌢ℓabcdefghijklmnopqrstuvwxyzıȷ℘\0\0";

    private const string Symbols =
        "−·×∗÷⋄±∓⊕⊖⊗⊘⊙◯◦•≍≡⊆⊇≤≥≼≽∼≈⊂⊃≪≫≺≻←→↑↓↔↗↘≃⇐⇒⇑⇓⇔↖↙∝′∞∈∋△▽\0↦∀∃¬∅ℜℑ⊤⊥ℵABCDEFGHIJKLMNOPQRSTUVWXYZ∪∩⊎∧∨⊢⊣⌊⌋⌈⌉{}⟨⟩|∥↕⇕\\≀√⨿∇∫⊔⊓⊑⊒§†‡¶♣♦♥♠";

    private static readonly string[] RomanNames = ["CMR", "CMBX", "CMTI", "CMSL", "CMSS", "CMCSC", "CMB1", "CMDUNH"];

    private static readonly string[] RomanLigatures = ["ff", "fi", "fl", "ffi", "ffl"];

    /// <summary>The encoding of a font; null where it is none of TeX's.</summary>
    /// <param name="name">Name of the font.</param>
    public static string? Of(string name)
    {
        var own = name.AsSpan();
        if (own.Length > 7 && own[6] == '+')
        {
            own = own[7..];
        }

        if (own.StartsWith("CMMI") || own.StartsWith("CMMIB"))
        {
            return Italic;
        }

        if (own.StartsWith("CMSY") || own.StartsWith("CMBSY"))
        {
            return Symbols;
        }

        foreach (var roman in RomanNames)
        {
            if (own.StartsWith(roman) && own.Length > roman.Length && char.IsAsciiDigit(own[roman.Length]))
            {
                return Roman;
            }
        }

        return null;
    }

    /// <summary>What a code says; null where that is not known.</summary>
    /// <param name="encoding">One of the encodings.</param>
    /// <param name="code">The code.</param>
    public static string? Text(string encoding, int code)
    {
        // Drivers move the codes of control characters up.
        code = code switch
        {
            >= 161 and <= 170 => code - 161,
            173 => 10,
            >= 174 and <= 195 => code - 163,
            196 => 127,
            _ => code,
        };
        if (ReferenceEquals(encoding, Roman) && code is >= 11 and <= 15)
        {
            return RomanLigatures[code - 11];
        }

        return code < encoding.Length && code >= 0 && encoding[code] != '\0' ? encoding[code].ToString() : null;
    }
}
