using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>
/// Makes HTML of XHTML that is not well-formed: an element that closes itself would stay open in HTML, and what stands in CDATA would be dropped.
/// </summary>
internal static class TagRepair
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>The same as HTML.</summary>
    public static string AsHtml(string text)
    {
        var output = new StringBuilder(text.Length + 64);
        var at = 0;
        while (text.IndexOf('<', at) is >= 0 and var tag)
        {
            output.Append(text, at, tag - at);
            at = Copy(text, tag, output);
        }

        return output.Append(text, at, text.Length - at).ToString();
    }

    private static int Copy(string text, int at, StringBuilder output)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<![CDATA["))
        {
            var length = rest.IndexOf("]]>") is >= 0 and var end ? end : rest.Length;
            output.Append(rest[9..length].ToString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
            return Math.Min(at + length + 3, text.Length);
        }

        if (rest.StartsWith("<!--"))
        {
            return rest.IndexOf("-->") is >= 0 and var comment ? at + comment + 3 : text.Length;
        }

        if (rest.StartsWith("<?"))
        {
            return rest.IndexOf('>') is >= 0 and var instruction ? at + instruction + 1 : text.Length;
        }

        var close = EndOfTag(rest);
        if (close < 0 || rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] == '/'))
        {
            output.Append(rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/') ? "<" : "&lt;");
            return at + 1;
        }

        var inner = rest[1..close];
        var name = NameOf(inner.TrimStart('/'));
        if (inner[0] == '/' && Void.Contains(name))
        {
            // Opened and closed at once already.
            return at + close + 1;
        }

        if (inner[^1] == '/' && !Void.Contains(name))
        {
            output.Append('<').Append(inner[..^1]).Append("></").Append(name).Append('>');
        }
        else
        {
            output.Append(rest[..(close + 1)]);
        }

        return at + close + 1;
    }

    private static string NameOf(ReadOnlySpan<char> tag) => tag[..(tag.IndexOfAny(TagSyntax.NameEnds) is >= 0 and var end ? end : tag.Length)].ToString();

    private static int EndOfTag(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        var isBehindEquals = false;
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && isBehindEquals)
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
            else if (c == '<')
            {
                return -1;
            }

            isBehindEquals = c == '=' || (isBehindEquals && char.IsWhiteSpace(c));
        }

        // A quote that nobody closes ends with its tag.
        return text.IndexOf('>');
    }
}
