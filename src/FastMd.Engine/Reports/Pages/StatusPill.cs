using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>What became of a document, where it was not converted.</summary>
internal static class StatusPill
{
    public static void Write(Markup page, ConversionStatus status)
    {
        var (text, style) = status switch
        {
            ConversionStatus.Converted => ("", ""),
            ConversionStatus.Unchanged => ("unchanged", ""),
            ConversionStatus.TimedOut => ("timed out", "mild"),
            ConversionStatus.Cancelled => ("cancelled", ""),
            _ => ("failed", "bad"),
        };
        if (text.Length > 0)
        {
            page.Element("span", text, ("class", $"pill {style}"));
        }
    }
}
