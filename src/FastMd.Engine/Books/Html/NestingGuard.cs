using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>
/// Takes tags out of HTML that nest deeper than anyone writes, before it is parsed: the time that browsers' rules take for a tag grows with all
/// that is open around it.
/// </summary>
internal static class NestingGuard
{
    /// <summary>How many elements may be open.</summary>
    private const int Deepest = 400;

    // Those that end by themselves, or never begin.
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rt", "rp", "rb",
    };

    /// <summary>The same, without the tags that are too deep.</summary>
    public static string Limited(string text)
    {
        StringBuilder? output = null;
        var (copied, depth, dropped) = (0, 0, 0);
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var isEnd = at + 1 < text.Length && text[at + 1] == '/';
            var start = at + (isEnd ? 2 : 1);
            if (start >= text.Length || !char.IsAsciiLetter(text[start]))
            {
                continue;
            }

            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny(TagSyntax.NameEnds) is >= 0 and var found ? found : rest.Length;
            if (length <= 8 && Uncounted.Contains(rest[..length].ToString()))
            {
                continue;
            }

            var isTooDeep = isEnd ? dropped > 0 : depth >= Deepest;
            if (isTooDeep)
            {
                dropped += isEnd ? -1 : 1;
                var end = text.IndexOf('>', start);
                end = end < 0 ? text.Length : end + 1;
                (output ??= new()).Append(text, copied, at - copied);
                copied = end;
                at = end - 1;
                continue;
            }

            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
        }

        return output is null ? text : output.Append(text, copied, text.Length - copied).ToString();
    }
}
