using FastMd.Engine.Configuration;

namespace FastMd.Engine.Safety;

/// <summary>A piece of HTML of an author's that is written into a page.</summary>
internal static class AuthoredHtml
{
    /// <summary>Writes it as it may stand there.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="handling">What becomes of HTML that authors write.</param>
    /// <param name="output">Receives it.</param>
    public static void Write(string html, RawHtmlHandling handling, TextWriter output)
    {
        switch (handling)
        {
            case RawHtmlHandling.Allow:
                output.Write(html);
                break;
            case RawHtmlHandling.Escape:
                EscapedText.Write(output, html);
                break;
            default:
                HtmlSanitizer.Write(html, new([], []), output);
                break;
        }
    }
}
