using UglyToad.PdfPig.Tokens;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Shows the value of a form field that has no appearance of its own, as viewers do.</summary>
internal sealed class FieldText(AnnotationReader annotations, PageGlyphs page)
{
    private const float Size = 9;
    private const float Leading = 11;

    public void Show(DictionaryToken field, Box area)
    {
        if (Inherited(field, NameToken.Ft) is not NameToken { Data: "Tx" or "Ch" } || AnnotationReader.TextOf(Inherited(field, NameToken.V)) is not { Length: > 0 } text)
        {
            return;
        }

        var y = area.Top - Size;
        foreach (var line in text.Split('\r', '\n'))
        {
            var x = area.Left + 2;
            foreach (var rune in line.EnumerateRunes())
            {
                page.Glyphs.Add(new(CodeText.Clean(rune.ToString()), FontFace.Missing, x, y, x + (Size / 2), y, Size, 0));
                x += Size / 2;
            }

            y -= Leading;
        }
    }

    private IToken? Inherited(DictionaryToken field, NameToken key)
    {
        for (var depth = 0; depth < 16; depth++)
        {
            if (annotations.Get(field, key) is { } value)
            {
                return value;
            }

            if (annotations.Get(field, NameToken.Parent) is not DictionaryToken parent)
            {
                return null;
            }

            field = parent;
        }

        return null;
    }
}
