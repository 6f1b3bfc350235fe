using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>
/// Runs what a page consists of, and keeps the glyphs. The loop over the codes of a text is its own, in place of PdfPig's: that works out more about each
/// glyph than is needed here.
/// </summary>
internal sealed class GlyphProcessor : BaseStreamProcessor<PageGlyphs>, IOperationContext
{
    // More is no page that anybody reads, and a form that shows itself in others has no end.
    private const int MostGlyphs = 400_000;
    private const int DeepestForm = 24;

    // What a glyph says whose font does not know it: its word is not made another one.
    private const string Unknown = "\uFFFD";

    private readonly PageGlyphs _page;
    private readonly Dictionary<object, FontFace> _fonts;
    private readonly RulingCollector _rulings;
    private readonly ReplacementText _replacement = new();
    private int _depth;

    public GlyphProcessor(
        PageGlyphs page,
        Dictionary<object, FontFace> fonts,
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions)
        : base(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
    {
        _page = page;
        _fonts = fonts;
        _rulings = new(page.Rulings);
    }

    public override PageGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return _page;
    }

    /// <summary>Shows a form in an area of the page, as annotations are shown.</summary>
    /// <param name="form">The form.</param>
    /// <param name="matrix">From the form's space to the page's.</param>
    public void Show(StreamToken form, TransformationMatrix matrix)
    {
        while (StackSize > 1)
        {
            PopState();
        }

        PushState();
        GetCurrentState().CurrentTransformationMatrix = matrix;
        try
        {
            ProcessFormXObject(form, NameToken.Create("Appearance"));
        }
#pragma warning disable CA1031 // One annotation that is broken takes nothing else with it.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            _page.Trouble ??= exception.Message;
        }

        PopState();
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        if (++_depth <= DeepestForm)
        {
            for (var i = 0; i < operations.Count && _page.Glyphs.Count < MostGlyphs; i++)
            {
                var operation = operations[i];
                if (!OperationChoice.Matters(operation))
                {
                    continue;
                }

                try
                {
                    operation.Run(this);
                }
#pragma warning disable CA1031 // PdfPig throws what it likes; what comes after one broken operation is often good.
                catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
                {
                    _page.Trouble ??= exception.Message;
                }
            }
        }

        _depth--;
    }

    void IOperationContext.ShowText(IInputBytes bytes)
    {
        var state = GetCurrentState();
        var font = state.FontState.FromExtendedGraphicsState ? ActiveExtendedGraphicsStateFont : FontOf(state.FontState.FontName);
        if (font is { IsVertical: true })
        {
            ShowText(bytes);
            return;
        }

        Show(bytes, font, FaceOf(font), state);
    }

    public override void ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        var state = GetCurrentState();
        var text = state.FontState;
        var font = text.FromExtendedGraphicsState ? ActiveExtendedGraphicsStateFont : FontOf(text.FontName);
        if (font is { IsVertical: true })
        {
            base.ShowPositionedText(tokens);
            return;
        }

        var face = FaceOf(font);
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i])
            {
                case NumericToken number:
                    var shift = -number.Double / 1000 * text.FontSize;
                    Advance(shift * text.HorizontalScaling / 100);
                    break;
                case StringToken literal:
                    Show(new MemoryInputBytes(literal.GetBytes()), font, face, state);
                    break;
                case HexToken hex:
                    Show(new MemoryInputBytes(hex.Bytes.ToArray()), font, face, state);
                    break;
            }
        }
    }

    private IFont? FontOf(NameToken? name) => name is null ? null : ResourceStore.GetFont(name);

    private FontFace FaceOf(IFont? font)
    {
        if (font is null)
        {
            return FontFace.Missing;
        }

        if (!_fonts.TryGetValue(font, out var face))
        {
            _fonts.Add(font, face = new(font));
        }

        return face;
    }

    private void Show(IInputBytes bytes, IFont? font, FontFace face, CurrentGraphicsState state)
    {
        var text = state.FontState;
        var size = text.FontSize;
        var scaling = text.HorizontalScaling / 100;
        var ctm = state.CurrentTransformationMatrix;
        var origin = new PdfPoint(0, text.Rise);
        var fontScale = face.Scale;
        while (_page.Glyphs.Count < MostGlyphs)
        {
            if (!bytes.MoveNext())
            {
                return;
            }

            var length = 1;
            var code = font is null ? bytes.CurrentByte : font.ReadCharacterCode(bytes, out length);
            var isSpace = code == ' ' && length == 1;
            var shape = face.ShapeOf(code);
            var spacing = text.CharacterSpacing + (isSpace ? text.WordSpacing : 0);
            var matrix = TextMatrices.TextMatrix;
            var width = shape.Width * size * scaling;
            Add(shape, face, ctm.Transform(matrix.Transform(origin)), ctm.Transform(matrix.Transform(new PdfPoint(width, text.Rise))), ctm, matrix, size * fontScale);
            Advance(width + (spacing * scaling));
        }
    }

    private void Add(CodeShape shape, FontFace face, PdfPoint start, PdfPoint end, in TransformationMatrix ctm, in TransformationMatrix matrix, double size)
    {
        var isKnown = shape.IsMapped || _replacement.IsActive;
        if (!isKnown)
        {
            _page.Unmapped++;
        }

        var text = isKnown ? _replacement.Take(shape.Text) : Unknown;
        if (text.Length == 0)
        {
            return;
        }

        // The height of an em as it is shown: a font of size 1 in a text matrix that scales by 12 is one of 12 points.
        var top = ctm.Transform(matrix.Transform(new PdfPoint(0, size)));
        var foot = ctm.Transform(matrix.Transform(new PdfPoint(0, 0)));
        var height = Math.Sqrt(((top.X - foot.X) * (top.X - foot.X)) + ((top.Y - foot.Y) * (top.Y - foot.Y)));
        var angle = AngleOf(end.X - start.X, end.Y - start.Y, matrix, ctm);
        if (!double.IsFinite(start.X + start.Y + end.X + end.Y + height) || IsOffPage(start, end))
        {
            return;
        }

        _page.Glyphs.Add(new(text, face, (float)start.X, (float)start.Y, (float)end.X, (float)end.Y, (float)height, angle));
    }

    private bool IsOffPage(PdfPoint start, PdfPoint end)
        => Math.Max(start.X, end.X) < 0 || Math.Min(start.X, end.X) > _page.Width || Math.Max(start.Y, end.Y) < 0 || Math.Min(start.Y, end.Y) > _page.Height;

    private static short AngleOf(double dx, double dy, in TransformationMatrix matrix, in TransformationMatrix ctm)
    {
        if (Math.Abs(dy) < 1e-4 && dx > 0)
        {
            return 0;
        }

        if (Math.Abs(dx) + Math.Abs(dy) < 1e-6)
        {
            // No width: the direction is that of the text.
            var from = ctm.Transform(matrix.Transform(new PdfPoint(0, 0)));
            var to = ctm.Transform(matrix.Transform(new PdfPoint(1, 0)));
            (dx, dy) = (to.X - from.X, to.Y - from.Y);
        }

        var degrees = Math.Round(Math.Atan2(dy, dx) * 180 / Math.PI);
        return (short)(degrees <= -180 ? 180 : degrees);
    }

    private void Advance(double x) => TextMatrices.TextMatrix = TransformationMatrix.GetTranslationMatrix(x, 0).Multiply(TextMatrices.TextMatrix);

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        // Of vertical writing alone, whose metrics are PdfPig's own secret: the matrix is that of the glyph's lower left corner.
        const double Above = 0.88;
        var face = FaceOf(font);
        var shape = face.ShapeOf(code);
        var middle = shape.Width * fontSize / 2;
        var start = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(middle, Above * fontSize)));
        var end = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(middle, (Above - 1) * fontSize)));
        Add(shape, face, start, end, transformationMatrix, textMatrix, fontSize);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var area = xObjectContentRecord.AppliedTransformation.Transform(new PdfRectangle(0, 0, 1, 1));
        var share = Math.Abs(area.Width * area.Height) / Math.Max(1, _page.Width * _page.Height);
        if (share > _page.ImageShare)
        {
            _page.ImageShare = share;
            _page.LargestImage = xObjectContentRecord;
        }
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        if (propertyDictionaryName is not null)
        {
            properties = ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName) ?? properties;
        }

        _replacement.Begin(properties is not null && properties.TryGet(NameToken.ActualText, out var value) ? value : null);
    }

    public override void EndMarkedContent() => _replacement.End();

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath()
    {
        _rulings.Close();
        return null;
    }

    public override void StrokePath(bool close) => _rulings.Paint(close);

    public override void FillPath(FillingRule fillingRule, bool close) => _rulings.Paint(close);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => _rulings.Paint(close);

    public override void MoveTo(double x, double y) => _rulings.MoveTo(CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));

    public override void LineTo(double x, double y) => _rulings.LineTo(CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => _rulings.CurveTo(CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3)));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
        => _rulings.CurveTo(CurrentTransformationMatrix.Transform(new PdfPoint(x3, y3)));

    public override void Rectangle(double x, double y, double width, double height)
        => _rulings.Rectangle(CurrentTransformationMatrix.Transform(new PdfPoint(x, y)), CurrentTransformationMatrix.Transform(new PdfPoint(x + width, y + height)));

    public override void EndPath() => _rulings.Drop();

    public override void ClosePath() => _rulings.Close();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
