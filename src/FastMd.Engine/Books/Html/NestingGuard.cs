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

    // Those that browsers open again in every paragraph until they end.
    private static readonly HashSet<string> Repeated = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>How many of those may be open.</summary>
    private const int MostRepeated = 10;

    /// <summary>The same, without the tags that are too deep.</summary>
    public static string Limited(string text)
    {
        StringBuilder? output = null;
        var copied = 0;
        var (repeated, others) = (new OpenTags(MostRepeated), new OpenTags(Deepest));
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
            var name = length <= LongestName ? rest[..length].ToString() : "";
            if (Uncounted.Contains(name) || !(Repeated.Contains(name) ? repeated : others).IsTooDeep(isEnd))
            {
                continue;
            }

            var end = text.IndexOf('>', start);
            end = end < 0 ? text.Length : end + 1;
            (output ??= new()).Append(text, copied, at - copied);
            copied = end;
            at = end - 1;
        }

        return output is null ? text : output.Append(text, copied, text.Length - copied).ToString();
    }

    private const int LongestName = 8;

    /// <summary>Counts the tags that are open.</summary>
    /// <param name="most">How many may be.</param>
    private sealed class OpenTags(int most)
    {
        private int _open;
        private int _dropped;

        /// <summary>Takes note of a tag; whether it is one too many, or ends one that was.</summary>
        public bool IsTooDeep(bool isEnd)
        {
            if (isEnd ? _dropped > 0 : _open >= most)
            {
                _dropped += isEnd ? -1 : 1;
                return true;
            }

            _open = Math.Max(0, _open + (isEnd ? -1 : 1));
            return false;
        }
    }
}
