using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Reads the annotations of a page: links, and what the others show, such as values of form fields.</summary>
internal sealed class AnnotationReader(IPdfTokenScanner scanner, PageGlyphs page, TransformationMatrix initialMatrix, GlyphProcessor processor)
{
    private const int MostAnnotations = 5_000;
    private const int Hidden = 2;
    private const int NoView = 32;

    public void Read(DictionaryToken dictionary)
    {
        try
        {
            if (Get(dictionary, NameToken.Annots) is ArrayToken annotations)
            {
                for (var i = 0; i < annotations.Length && i < MostAnnotations; i++)
                {
                    if (Resolve(annotations[i]) is DictionaryToken annotation)
                    {
                        ReadOne(annotation);
                    }
                }
            }
        }
#pragma warning disable CA1031 // Annotations that are broken do not take the page with them.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            page.Trouble ??= exception.Message;
        }
    }

    private void ReadOne(DictionaryToken annotation)
    {
        var flags = Get(annotation, NameToken.F) is NumericToken number ? number.Int : 0;
        if ((flags & (Hidden | NoView)) != 0 || AreaOf(Get(annotation, NameToken.Rect)) is not { } area)
        {
            return;
        }

        var type = Get(annotation, NameToken.Subtype) as NameToken;
        if (type?.Data == "Link")
        {
            if (Get(annotation, NameToken.A) is DictionaryToken action && Get(action, NameToken.Uri) is { } uri && TextOf(uri) is { Length: > 0 } url)
            {
                page.Links.Add(new(BoxOf(area), url.Trim()));
            }
        }
        else if (type?.Data != "Popup" && AppearanceOf(annotation) is { } form)
        {
            processor.Show(form, MatrixTo(form, area));
        }
        else if (type?.Data == "Widget")
        {
            new FieldText(this, page).Show(annotation, BoxOf(area));
        }
    }

    private StreamToken? AppearanceOf(DictionaryToken annotation)
    {
        if (Get(annotation, NameToken.Ap) is not DictionaryToken appearances)
        {
            return null;
        }

        var normal = Get(appearances, NameToken.N);
        if (normal is DictionaryToken states)
        {
            normal = Get(annotation, NameToken.As) is NameToken state ? Get(states, state) : null;
        }

        return normal as StreamToken;
    }

    /// <summary>What takes the form's box, turned as its matrix says, to the area of the annotation.</summary>
    private TransformationMatrix MatrixTo(StreamToken form, PdfRectangle area)
    {
        if (AreaOf(Get(form.StreamDictionary, NameToken.Bbox)) is not { } box)
        {
            return initialMatrix;
        }

        if (Get(form.StreamDictionary, NameToken.Matrix) is ArrayToken { Length: 6 } values)
        {
            var numbers = new double[6];
            for (var i = 0; i < 6; i++)
            {
                numbers[i] = Resolve(values[i]) is NumericToken number ? number.Double : 0;
            }

            box = TransformationMatrix.FromArray(numbers).Transform(box);
        }

        var (left, right) = (Math.Min(box.TopLeft.X, Math.Min(box.BottomLeft.X, box.BottomRight.X)), Math.Max(box.TopRight.X, Math.Max(box.BottomLeft.X, box.BottomRight.X)));
        var (bottom, top) = (Math.Min(box.BottomLeft.Y, Math.Min(box.TopLeft.Y, box.BottomRight.Y)), Math.Max(box.TopRight.Y, Math.Max(box.TopLeft.Y, box.BottomRight.Y)));
        var scaleX = right - left > 1e-6 ? area.Width / (right - left) : 1;
        var scaleY = top - bottom > 1e-6 ? area.Height / (top - bottom) : 1;
        return TransformationMatrix.FromValues(scaleX, 0, 0, scaleY, area.Left - (left * scaleX), area.Bottom - (bottom * scaleY)).Multiply(initialMatrix);
    }

    private Box BoxOf(PdfRectangle area)
    {
        var a = initialMatrix.Transform(area.BottomLeft);
        var b = initialMatrix.Transform(area.TopRight);
        return new((float)Math.Min(a.X, b.X), (float)Math.Min(a.Y, b.Y), (float)Math.Max(a.X, b.X), (float)Math.Max(a.Y, b.Y));
    }

    private PdfRectangle? AreaOf(IToken? token)
    {
        if (token is not ArrayToken { Length: 4 } values)
        {
            return null;
        }

        Span<double> numbers = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            if (Resolve(values[i]) is not NumericToken number)
            {
                return null;
            }

            numbers[i] = number.Double;
        }

        return new(Math.Min(numbers[0], numbers[2]), Math.Min(numbers[1], numbers[3]), Math.Max(numbers[0], numbers[2]), Math.Max(numbers[1], numbers[3]));
    }

    public static string? TextOf(IToken? token) => token switch
    {
        StringToken literal => literal.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    /// <summary>The value of a key, whether it is there or in an object of its own.</summary>
    public IToken? Get(DictionaryToken dictionary, NameToken key) => dictionary.TryGet(key, out var value) ? Resolve(value) : null;

    private IToken? Resolve(IToken? token)
    {
        for (var i = 0; token is IndirectReferenceToken reference && i < 16; i++)
        {
            token = scanner.Get(reference.Data)?.Data;
        }

        return token;
    }
}
