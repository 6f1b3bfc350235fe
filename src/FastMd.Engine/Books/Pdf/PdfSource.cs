using FastMd.Engine.Books.Pdf.Blocks;
using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Tools;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Books.Pdf;

/// <summary>PDF documents: ranges of their pages, as Markdown, which are joined to one document.</summary>
/// <param name="options">How they are read.</param>
public sealed class PdfSource(PdfOptions options) : ContainerSource
{
    /// <summary>Name of the folder that images are in, beside the text.</summary>
    internal const string ImageFolderName = "images";

    // What text a file holds is not known before it is read; of most of a large one it is images and fonts.
    private const long MostWork = 4 * 1024 * 1024;

    // Text of a page, as far as work is concerned; an image of 100 KB takes as long as a tenth of that.
    private const long WorkOfPage = 4_000;

    private readonly FactsCache _facts = new();
    private readonly OpenFiles _files = new();

    /// <inheritdoc/>
    public override string Name => "pdf";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => [".pdf"];

    /// <inheritdoc/>
    public override bool JoinsParts => true;

    /// <inheritdoc/>
    public override bool NeedsProcess => true;

    /// <inheritdoc/>
    public override long? MaximumBytes => options.MaximumBytes;

    /// <inheritdoc/>
    public override string Identity => $"{Name} ({options.Identity})";

    /// <inheritdoc/>
    public override long WorkOf(long length) => Math.Min(length, MostWork);

    /// <inheritdoc/>
    public override IReadOnlyList<SourcePart> Split(string part) => PageRange.Parse(part) is not { } range
        ? []
        : [.. Enumerable.Range(range.First, range.Last - range.First + 1).Select(static page => new SourcePart(new PageRange(page, page).Name, WorkOfPage))];

    /// <inheritdoc/>
    public override string Missing(string part) => PageRange.Parse(part) is not { } range ? ""
        : range.First == range.Last ? $"<!-- page {range.First} could not be read -->\n"
        : $"<!-- pages {range.First} to {range.Last} could not be read -->\n";

    /// <inheritdoc/>
    internal override bool IsFormatted => true;

    /// <inheritdoc/>
    public override IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        cancellation.ThrowIfCancellationRequested();
        var pdf = _files.Take(file, options.Password);
        var count = pdf.PageCount;
        _files.Return(file, pdf);
        if (count == 0 || count > options.MaxPages)
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.PdfUnreadable,
                count == 0 ? "The PDF has no pages." : $"The PDF has {count} pages; the limit is {options.MaxPages}."));
        }

        var size = Math.Max(1, options.PagesPerPart);
        var parts = new List<SourcePart>((count / size) + 1);
        for (var first = 1; first <= count; first += size)
        {
            var range = new PageRange(first, Math.Min(count, first + size - 1));
            parts.Add(new(range.Name, (range.Last - range.First + 1) * WorkOfPage));
        }

        return parts;
    }

    /// <inheritdoc/>
    public override SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(part);
        var pdf = _files.Take(file, options.Password);
        var isSound = false;
        try
        {
            var text = Read(file, pdf, part, cancellation);
            isSound = true;
            return text;
        }
        catch (DocumentException)
        {
            isSound = true;
            throw;
        }
        finally
        {
            if (isSound)
            {
                _files.Return(file, pdf);
            }
            else
            {
                pdf.Dispose();
            }
        }
    }

    /// <summary>The folder that the images of a document are put in.</summary>
    /// <param name="folder">Absolute path of the folder for all documents.</param>
    /// <param name="path">Absolute path of the document.</param>
    private static string ImageFolderOf(string folder, string path) => Path.Combine(folder, ContentHash.Of(path).Hex);

    private PageImages? ImagesOf(ContainerFile file, PdfFile pdf) => options.ImageFolder is not { } folder ? null : new(
        pdf.Document, ImageFolderOf(folder, file.Path), $"{Uri.EscapeDataString(Path.GetFileNameWithoutExtension(file.Path))}/{ImageFolderName}/");

    private SourceText Read(ContainerFile file, PdfFile pdf, string part, CancellationToken cancellation)
    {
        if (PageRange.Parse(part) is not { } range || range.Last > pdf.PageCount)
        {
            throw new DocumentException(Diagnostic.Error(DiagnosticCodes.PdfUnreadable, $"The PDF has no part '{part}'."));
        }

        var facts = _facts.Get(file, () => DocumentFacts.Of(pdf, cancellation));
        var report = new PageReport();
        var writer = new RangeWriter(ReaderOf(file, pdf, facts, range), pdf.PageCount, options.PageComments, report, ImagesOf(file, pdf));
        var tree = writer.Write(range, cancellation);
        var diagnostics = report.Finish();
        var text = MarkdownWriter.Write(tree).Text;
        if (range.First == 1)
        {
            text = FrontMatterText.Of(pdf.Document.Information, facts.Profile.Title, file.Path, pdf.PageCount) + (text.Length > 0 ? "\n" : "") + text;
        }

        return SourceText.FromString(text) with
        {
            Diagnostics = diagnostics,
            Pages = range.Last - range.First + 1,
        };
    }

    private IPageReader ReaderOf(ContainerFile file, PdfFile pdf, DocumentFacts facts, PageRange range)
        => options.Engine == PdfEngine.Poppler
            ? new PopplerPages(options.PopplerCommand, file.Path, options.Password, range.First, range.Last, options.CommandTimeout)
            : new LaidOutPages(pdf, facts, options, options.OcrCommand.Count > 0 ? new CommandOcr(options.OcrCommand, options.CommandTimeout) : null);
}
