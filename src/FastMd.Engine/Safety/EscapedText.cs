using System.Buffers;

namespace FastMd.Engine.Safety;

/// <summary>Text in HTML, in elements as in double quotes.</summary>
internal static class EscapedText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

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
                _ => "&quot;",
            });
            text = text[(special + 1)..];
        }

        output.Write(text);
    }
}
