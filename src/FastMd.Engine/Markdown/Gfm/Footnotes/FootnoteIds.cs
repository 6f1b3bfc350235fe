using System.Globalization;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>The ids of footnotes, <c>fn1</c>, and of references to them: <c>fnref1</c>, and <c>fnref1-2</c> for the second.</summary>
internal static class FootnoteIds
{
    public static string Of(FootnoteDefinition footnote) => string.Create(CultureInfo.InvariantCulture, $"fn{footnote.Number}");

    public static string OfReference(FootnoteDefinition footnote, int occurrence) => occurrence > 1
        ? string.Create(CultureInfo.InvariantCulture, $"fnref{footnote.Number}-{occurrence}")
        : string.Create(CultureInfo.InvariantCulture, $"fnref{footnote.Number}");
}
