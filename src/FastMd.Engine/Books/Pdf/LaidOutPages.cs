using FastMd.Engine.Books.Pdf.Blocks;
using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;
using FastMd.Engine.Books.Pdf.Tools;

namespace FastMd.Engine.Books.Pdf;

/// <summary>Reads pages by their layout. Those near the last one read are remembered.</summary>
internal sealed class LaidOutPages : IPageReader
{
    // Less of an image is an ornament of an empty page.
    private const double LeastImage = 0.02;

    private readonly Dictionary<int, Sheet> _near = [];
    private readonly PdfFile _file;
    private readonly DocumentFacts _facts;
    private readonly PdfOptions _options;
    private readonly IPageOcr? _ocr;

    public LaidOutPages(PdfFile file, DocumentFacts facts, PdfOptions options, IPageOcr? ocr)
    {
        (_file, _facts, _options, _ocr) = (file, facts, options, ocr);
        Hyphens = new(facts.Profile.Words, options.KeepHyphens);
    }

    public HyphenRule Hyphens { get; }

    public ReadPage Read(int number, bool isWanted, CancellationToken cancellation)
    {
        Forget(number);
        var sheet = SheetOf(number, cancellation);
        if (sheet.Layout is not { } layout)
        {
            return new(number, []) { State = PageState.Unreadable, Trouble = sheet.Trouble };
        }

        if (sheet.NeedsOcr)
        {
            return isWanted && _ocr is not null && RecognizedPage.Read(_file, number, _ocr, cancellation) is { } text
                ? new(number, PlainBlocks.Of(text)) { State = PageState.Recognized }
                : new(number, []) { State = PageState.NeedsOcr };
        }

        var blocks = PageBlocks.Of(layout, _options.KeepRunningHeads ? [] : RunningOf(number, sheet, cancellation), _facts.Profile, Hyphens);
        return new(number, blocks) { Confidence = sheet.Confidence, Trouble = sheet.Trouble };
    }

    private HashSet<TextLine> RunningOf(int number, Sheet sheet, CancellationToken cancellation)
    {
        if (sheet.Margins.Count == 0)
        {
            return [];
        }

        var neighbours = new List<(int, List<MarginLine>)>();
        for (var other = Math.Max(1, number - RunningLines.Reach); other <= Math.Min(_file.PageCount, number + RunningLines.Reach); other++)
        {
            if (other != number)
            {
                neighbours.Add((other, SheetOf(other, cancellation).Margins));
            }
        }

        return RunningLines.Find(number, sheet.Margins, neighbours, _facts.Profile);
    }

    private Sheet SheetOf(int number, CancellationToken cancellation)
    {
        if (!_near.TryGetValue(number, out var sheet))
        {
            cancellation.ThrowIfCancellationRequested();
            _near.Add(number, sheet = ReadSheet(number));
        }

        return sheet;
    }

    private Sheet ReadSheet(int number)
    {
        var (page, trouble) = _file.Read(number);
        if (page is null)
        {
            return new(null, [], false, 0, trouble);
        }

        var total = page.Glyphs.Count;
        page.DropUnknown();
        var layout = PageLayout.Of(page);
        var isEmpty = layout.Columns.TrueForAll(static column => column.Lines.Count == 0);
        return new(
            layout,
            _options.KeepRunningHeads ? [] : MarginLine.Of(layout),
            isEmpty && (page.ImageShare > LeastImage || page.Unmapped > 0),
            total == 0 ? 1 : 1 - (page.Unmapped / (double)total),
            page.Trouble is null ? null : PdfFile.OneLine(page.Trouble));
    }

    private void Forget(int number)
    {
        foreach (var other in _near.Keys)
        {
            if (Math.Abs(other - number) > RunningLines.Reach + 1)
            {
                _near.Remove(other);
            }
        }
    }

    private sealed record Sheet(PageLayout? Layout, List<MarginLine> Margins, bool NeedsOcr, double Confidence, string? Trouble);
}
