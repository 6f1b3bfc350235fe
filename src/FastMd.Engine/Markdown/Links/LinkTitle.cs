using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Links;

/// <summary>Reads the title of a link or a definition.</summary>
internal static class LinkTitle
{
    /// <summary>Reads the title that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The title, its escapes and entities resolved.</param>
    /// <param name="length">How long it is, with its quotes.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out string title, out int length)
    {
        title = "";
        length = 0;
        if (text is not ['"' or '\'' or '(', ..])
        {
            return false;
        }

        var end = text[0] == '(' ? ')' : text[0];
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == end)
            {
                length = i + 1;
                title = HtmlHelper.Unescape(text[1..i].ToString());
                return true;
            }

            if (text[i] == '(' && end == ')')
            {
                return false;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return false;
    }
}
