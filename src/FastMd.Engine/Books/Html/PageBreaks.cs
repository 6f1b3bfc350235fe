namespace FastMd.Engine.Books.Html;

/// <summary>Where a page of the printed book begins.</summary>
internal static class PageBreaks
{
    /// <summary>Adds a page break; false where an element is none.</summary>
    public static bool TryAdd(MarkupElement element, Flow flow)
    {
        if (!Is(element))
        {
            return false;
        }

        var text = MarkupSearch.OneLine(element.Text);
        var label = text.Length > 0 ? text : MarkupSearch.OneLine(element["title"] ?? element["aria-label"] ?? NumberOf(element.Id) ?? "");
        if (label.Length > 0)
        {
            var number = label.StartsWith("page ", StringComparison.OrdinalIgnoreCase) ? label[5..] : label;
            flow.Comment($"<!-- page {Safe(number)} -->");
        }

        return true;
    }

    /// <summary>Whether an element is a page break.</summary>
    public static bool Is(MarkupElement element) => element.IsOfType("pagebreak", "doc-pagebreak") || element.Name == "pagenum";

    private static string? NumberOf(string? id)
    {
        if (id is null)
        {
            return null;
        }

        var digits = id.Length;
        while (digits > 0 && char.IsAsciiDigit(id[digits - 1]))
        {
            digits--;
        }

        return digits < id.Length ? id[digits..] : null;
    }

    // A comment ends at the first mark that says so.
    private static string Safe(string text) => text.Replace("--", "-", StringComparison.Ordinal).Trim('-', '>', ' ');
}
