using System.Text;

namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>
/// White space in JSX text: a line ending and the spaces and tabs around it are one space between two texts and nothing at the ends.
/// Other space stays, tabs as spaces.
/// </summary>
internal static class JsxWhiteSpace
{
    public static string Collapse(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        var lines = text.AsSpan();
        for (var isFirst = true; ; isFirst = false)
        {
            var end = lines.IndexOfAny('\n', '\r');
            var line = end < 0 ? lines : lines[..end];
            line = isFirst ? line : line.TrimStart(" \t");
            line = end < 0 ? line : line.TrimEnd(" \t");
            if (line.Length > 0)
            {
                if (collapsed.Length > 0)
                {
                    collapsed.Append(' ');
                }

                var from = collapsed.Length;
                collapsed.Append(line).Replace('\t', ' ', from, line.Length);
            }

            if (end < 0)
            {
                return collapsed.ToString();
            }

            lines = lines[(end + 1)..];
        }
    }
}
