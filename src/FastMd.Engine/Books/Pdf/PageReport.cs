using FastMd.Engine.Books.Pdf.Blocks;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Pdf;

/// <summary>Collects what a person should know about the pages of a range.</summary>
internal sealed class PageReport
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<int> _withoutText = [];
    private string? _trouble;
    private int _unreadable;
    private int _pages;

    /// <summary>Adds a page.</summary>
    public void Add(ReadPage page)
    {
        _pages++;
        switch (page.State)
        {
            case PageState.NeedsOcr:
                _withoutText.Add(page.Number);
                break;
            case PageState.Unreadable:
                _unreadable++;
                _trouble ??= page.Trouble;
                _diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.PdfPageUnreadable, $"Page {page.Number} cannot be read: {page.Trouble}"));
                break;
            default:
                AddRead(page);
                break;
        }
    }

    /// <summary>The diagnostics.</summary>
    /// <exception cref="DocumentException">No page could be read.</exception>
    public List<Diagnostic> Finish()
    {
        if (_unreadable > 0 && _unreadable == _pages)
        {
            throw new DocumentException(Diagnostic.Error(DiagnosticCodes.PdfUnreadable, $"None of the {_pages} pages can be read: {_trouble}"));
        }

        for (var i = 0; i < _withoutText.Count;)
        {
            var end = i + 1;
            while (end < _withoutText.Count && _withoutText[end] == _withoutText[end - 1] + 1)
            {
                end++;
            }

            var pages = end - i == 1 ? $"Page {_withoutText[i]} has" : $"Pages {_withoutText[i]}–{_withoutText[end - 1]} have";
            _diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.PdfNeedsOcr, $"{pages} no text and need OCR: name a command that reads images (--ocr, -Ocr)."));
            i = end;
        }

        return _diagnostics;
    }

    private void AddRead(ReadPage page)
    {
        if (page.Trouble is not null)
        {
            _diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.PdfPageUnreadable, $"Parts of page {page.Number} cannot be read: {page.Trouble}"));
        }

        if (page.Confidence < PageComment.LowConfidence)
        {
            _diagnostics.Add(Diagnostic.Warning(
                DiagnosticCodes.PdfTextUnmapped, $"{1 - page.Confidence:P0} of the characters on page {page.Number} are shapes without a meaning: their font does not say what they are."));
        }
    }
}
