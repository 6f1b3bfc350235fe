using System.Globalization;
using FastMd.Engine.Books.Pdf.Blocks;

namespace FastMd.Engine.Books.Pdf;

/// <summary>The comment that says where a page begins.</summary>
internal static class PageComment
{
    /// <summary>A page whose share of known glyphs is less says so.</summary>
    public const double LowConfidence = 0.9;

    public static string Of(ReadPage page) => string.Create(CultureInfo.InvariantCulture, $"<!-- page {page.Number}{RemarkOn(page)} -->");

    private static string RemarkOn(ReadPage page) => page.State switch
    {
        PageState.NeedsOcr => ": needs OCR",
        PageState.Unreadable => ": cannot be read",
        PageState.Recognized => ", by OCR",
        _ => page.Confidence < LowConfidence ? string.Create(CultureInfo.InvariantCulture, $", confidence {page.Confidence:0.0#}") : "",
    };
}
