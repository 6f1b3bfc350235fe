using System.Buffers;

namespace FastMd.Engine.Pages;

/// <summary>Text as HTML shows it, in elements as in quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny(Special); special >= 0; special = text.IndexOfAny(Special))
        {
            output.Write(text[..special]);
            output.Write(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(special + 1)..];
        }

        output.Write(text);
    }
}
