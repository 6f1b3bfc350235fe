using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Math: as TeX where the document says it in TeX, else as it reads.</summary>
internal static class MathMarkup
{
    /// <summary>Adds a formula.</summary>
    public static void Add(MarkupElement element, Flow flow)
    {
        var isBlock = element["display"] == "block";
        var tex = Clean(TexOf(element) ?? MathTex.Of(element));
        if (tex.Length == 0)
        {
            flow.Text(element["alttext"] ?? "");
        }
        else if (isBlock && flow.IsAtStart && !flow.IsIn(static _ => true))
        {
            flow.Block(new MathNode(tex));
        }
        else
        {
            flow.Inline(new MathSpan($"${tex}$"));
        }
    }

    /// <summary>The TeX that an author gave a formula; null where there is none.</summary>
    private static string? TexOf(MarkupElement element)
        => MarkupSearch.Below(element).FirstOrDefault(static inner => inner.Name == "annotation" && inner["encoding"] is { } encoding && encoding.Contains("tex", StringComparison.OrdinalIgnoreCase) && !encoding.StartsWith("text/", StringComparison.OrdinalIgnoreCase))?.Text
            ?? (element["alttext"] is { } text && text.IndexOfAny(['\\', '^', '_']) >= 0 ? text : null);

    // A dollar inside would end it.
    private static string Clean(string tex) => MarkupSearch.OneLine(tex).Trim('$').Replace("$", "\\$", StringComparison.Ordinal).Replace("\\\\$", "\\$", StringComparison.Ordinal).Trim();
}
