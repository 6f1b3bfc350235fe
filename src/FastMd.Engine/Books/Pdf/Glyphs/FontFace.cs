using UglyToad.PdfPig.PdfFonts;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>A font of a document, with what each of its codes says and how wide it is.</summary>
internal sealed class FontFace
{
    private static readonly string[] BoldNames = ["bold", "black", "heavy", "demi", "cmbx", "-medi", "sfbx"];
    private static readonly string[] ItalicNames = ["italic", "oblique", "slant", "cmti", "cmsl", "-it", "sfti", "reguital"];
    private static readonly string[] MonospacedNames = ["courier", "mono", "consol", "menlo", "cmtt", "typewriter", "sftt", "fixed", "sourcecode", "inconsolata"];

    private readonly IFont? _font;
    private readonly string? _tex;
    private readonly Dictionary<int, CodeShape> _shapes = [];

    public FontFace(IFont font)
    {
        _font = font;
        Name = font.Details.Name;
        IsVertical = font.IsVertical;
        IsBold = font.Details.IsBold || Has(BoldNames);
        IsItalic = font.Details.IsItalic || Has(ItalicNames);
        IsMonospaced = Has(MonospacedNames);
        Scale = ScaleOf(font);
        _tex = TexEncodings.Of(Name);
    }

    private FontFace() => Name = "";

    /// <summary>What stands in for a font that is not there.</summary>
    public static FontFace Missing { get; } = new();

    public string Name { get; }

    public bool IsVertical { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    public bool IsMonospaced { get; }

    /// <summary>How high an em is in relation to the size that the font is set in: 1 but for fonts that have a matrix of their own.</summary>
    public double Scale { get; } = 1;

    /// <summary>What a code says, and its width.</summary>
    public CodeShape ShapeOf(int code)
    {
        if (!_shapes.TryGetValue(code, out var shape))
        {
            shape = Measure(code);
            _shapes.Add(code, shape);
        }

        return shape;
    }

    private bool Has(string[] names)
    {
        foreach (var name in names)
        {
            if (Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static double ScaleOf(IFont font)
    {
        if (font is not IType3Font)
        {
            return 1;
        }

        // Glyphs may be drawn in any unit there: letters are about half as wide as an em.
        var widths = new List<double>();
        for (var code = 0; code < 256; code++)
        {
            if (WidthOf(font, code) is > 1e-6 and var width)
            {
                widths.Add(width);
            }
        }

        widths.Sort();
        return widths.Count > 0 ? widths[widths.Count / 2] * 2 : 1;
    }

    private CodeShape Measure(int code)
    {
        if (_font is null)
        {
            return new(CodeText.Clean(((char)code).ToString()), 0.5, true);
        }

        var isMapped = _font.TryGetUnicode(code, out var text) && text is not null;
        if (!isMapped)
        {
            // Codes of one byte are mostly those of Latin letters; of two bytes they are numbers of glyphs.
            text = code is > 32 and < 127 ? ((char)code).ToString() : _font is IType3Font ? OfTex(code) : "";
        }

        // What is just the code's own character was not looked up anywhere.
        if (_tex is not null && (text!.Length == 0 || (text.Length == 1 && text[0] == code)))
        {
            text = TexEncodings.Text(_tex, code) ?? text;
        }

        var clean = CodeText.Clean(text!);
        return new(clean, WidthOf(_font, code), clean.Length > 0 || (isMapped && (text!.Length == 0 || text[0] < ' ')));
    }

    // Fonts made of dots are mostly those of TeX, in one of two encodings.
    private static string OfTex(int code) => code switch
    {
        11 or 27 => "ff",
        12 or 28 => "fi",
        13 or 29 => "fl",
        14 or 30 => "ffi",
        15 or 31 => "ffl",
        _ => "",
    };

    private static double WidthOf(IFont font, int code)
    {
        try
        {
            var width = font.GetBoundingBox(code).Width;
            return double.IsFinite(width) ? width : 0;
        }
#pragma warning disable CA1031 // PdfPig throws what it likes where a font is broken; the glyph is shown all the same.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return 0.5;
        }
    }
}

/// <summary>What a code of a font stands for.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Width">How far it advances, in ems.</param>
/// <param name="IsMapped">Whether the font says what it says.</param>
internal readonly record struct CodeShape(string Text, double Width, bool IsMapped);
