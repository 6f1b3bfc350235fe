using System.Text;

namespace FastMd.Engine.Context.Checking;

/// <summary>HTML without what means nothing: comments, white space between blocks, the case of the languages of code, and whether items of a list stand apart.</summary>
internal static class HtmlMeaning
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "iframe", "input", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    };

    /// <summary>The HTML in a form in which what means the same is the same.</summary>
    public static string Of(string html)
    {
        var written = new StringBuilder(html.Length);
        var isAfterBlock = true;
        for (var at = 0; at < html.Length;)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = EndOfTag(html, at);
            }
            else if (html[at] == '<')
            {
                var end = EndOfTag(html, at);
                var name = NameOf(html.AsSpan(at, end - at));
                var opens = html.AsSpan(at + 1) is not ['/', ..] && html[end - 2] != '/';
                if (Blocks.Contains(name))
                {
                    TrimEnd(written);
                    isAfterBlock = true;
                }

                AppendTag(written, html.AsSpan(at, end - at));
                at = end;
                if (name.Equals("pre", StringComparison.OrdinalIgnoreCase) && opens && html.IndexOf("</pre>", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close)
                {
                    AppendTag(written, html.AsSpan(at, close - at));
                    at = close;
                }
            }
            else
            {
                var next = html.IndexOf('<', at) is >= 0 and var found ? found : html.Length;
                AppendText(written, html.AsSpan(at, next - at), ref isAfterBlock);
                at = next;
            }
        }

        TrimEnd(written);

        // Whether items of a list stand apart, where each is one paragraph.
        return written.Replace("<li><p>", "<li>").Replace("</p></li>", "</li>").ToString();
    }

    private static void TrimEnd(StringBuilder written)
    {
        while (written.Length > 0 && written[^1] == ' ')
        {
            written.Length--;
        }
    }

    private static int EndOfTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            return html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var end ? end + "-->".Length : html.Length;
        }

        return html.IndexOf('>', at) is >= 0 and var close ? close + 1 : html.Length;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        return name[..(name.IndexOfAny(" />\t\n") is >= 0 and var end ? end : name.Length)].ToString();
    }

    private static void AppendTag(StringBuilder written, ReadOnlySpan<char> tag)
    {
        const string Language = "class=\"language-";
        if (tag.IndexOf(Language) is >= 0 and var at)
        {
            var start = at + Language.Length;
            var end = start + Math.Max(0, tag[start..].IndexOf('"'));
            written.Append(tag[..start]).Append(tag[start..end].ToString().ToLowerInvariant()).Append(tag[end..]);
            return;
        }

        written.Append(tag);
    }

    private static void AppendText(StringBuilder written, ReadOnlySpan<char> text, ref bool isAfterBlock)
    {
        foreach (var character in text)
        {
            if (character is ' ' or '\n' or '\r' or '\t')
            {
                if (!isAfterBlock && written.Length > 0 && written[^1] != ' ')
                {
                    written.Append(' ');
                }

                continue;
            }

            written.Append(character);
            isAfterBlock = false;
        }
    }
}
