using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Makes pages of nothing but their glyphs, rulings and links: what PdfPig makes of them by itself takes several times as long.</summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions)
    : BasePageFactory<PageGlyphs>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    // A new one for each page would be collected with the oldest objects, as large as it is.
    private readonly List<Glyph> _glyphs = [];
    private readonly Dictionary<object, FontFace> _fonts = new(ReferenceEqualityComparer.Instance);

    protected override PageGlyphs ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        _glyphs.Clear();
        var bounds = cropBox.Bounds;
        var isTurned = rotation.Value % 180 != 0;
        var page = new PageGlyphs(
            pageNumber,
            (float)Math.Abs(isTurned ? bounds.Height : bounds.Width),
            (float)Math.Abs(isTurned ? bounds.Width : bounds.Height),
            _glyphs);
        var processor = new GlyphProcessor(
            page, _fonts, pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        processor.Process(pageNumber, operations);
        new AnnotationReader(PdfScanner, page, initialMatrix, processor).Read(dictionary);
        return page;
    }
}
