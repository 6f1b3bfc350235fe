using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>What went wrong: by diagnostic, by format, and document by document.</summary>
internal static class FailureSection
{
    public static void Write(Markup page, BatchReport report)
    {
        if (report.Documents.Total == 0)
        {
            return;
        }

        PageFrame.Section(page, "Diagnostics and failures", () =>
        {
            using (page.Open("div", ("class", "grid roomy")))
            {
                Codes(page, report.Diagnostics);
                Formats(page, report.Formats);
            }

            if (report.Failures.Count > 0)
            {
                using var card = page.Open("div", ("class", "card"));
                page.Element("h3", "Documents that failed");
                Table.Write(
                    page,
                    report.Failures.Items,
                    new("Where", Where, "path"),
                    new("Code", (cell, failure) => cell.Element("code", failure.Code), "fixed"),
                    Column<Failure>.Words("What happened", failure => failure.Message, "words"));
                Note.More(page, report.Failures.LeftOut, "failures");
            }
        });
    }

    private static void Codes(Markup page, IReadOnlyList<DiagnosticCount> codes)
    {
        using var card = page.Open("div", ("class", "card"));
        page.Element("h3", "By diagnostic");
        if (codes.Count == 0)
        {
            page.Element("p", "There was nothing to say of any document.", ("class", "soft"));
            return;
        }

        Table.Write(
            page,
            codes,
            new("Code", Code),
            Column<DiagnosticCount>.Figure("Times", code => Figures.Count(code.Count)),
            Column<DiagnosticCount>.Figure("Documents", code => Figures.Count(code.Documents)),
            Column<DiagnosticCount>.Figure("Rate", code => Figures.Share(code.Rate)));
    }

    private static void Formats(Markup page, IReadOnlyList<FormatSummary> formats)
    {
        using var card = page.Open("div", ("class", "card"));
        page.Element("h3", "By format");
        Table.Write(
            page,
            formats,
            Column<FormatSummary>.Words("Extension", format => format.Extension.Length > 0 ? format.Extension : "none"),
            Column<FormatSummary>.Figure("Documents", format => Figures.Count(format.Documents)),
            Column<FormatSummary>.Figure("Failed", format => Figures.Count(format.Failed)),
            Column<FormatSummary>.Figure("Rate", format => Figures.Share(format.FailureRate)));
    }

    private static void Code(Markup page, DiagnosticCount code)
    {
        var isError = code.Severity == DiagnosticSeverity.Error;
        page.Element("span", isError ? "error" : "warning", ("class", isError ? "pill bad" : "pill mild"));
        page.Element("code", code.Code);
    }

    private static void Where(Markup page, Failure failure)
    {
        if (failure.Status == ConversionStatus.TimedOut)
        {
            StatusPill.Write(page, failure.Status);
        }

        PathText.Write(page, failure.Path);
        if (failure.Line > 0)
        {
            page.Element("span", string.Create(CultureInfo.InvariantCulture, $"({failure.Line},{failure.Column})"), ("class", "soft"));
        }
    }
}
