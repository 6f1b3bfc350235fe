using System.Text;

namespace FastMd.Engine.Markdown.References;

/// <summary>The value of <c>srcset</c>: images separated by commas, each with its width or density.</summary>
internal static class SourceSet
{
    private const string Space = " \t\r\n\f";

    /// <summary>The value with other URLs; the same string where none changes.</summary>
    public static string Rewrite(string value, Func<string, string> resolve)
    {
        StringBuilder? rewritten = null;
        var copied = 0;
        for (var next = 0; Url(value, ref next) is { Length: > 0 } url; next = AfterDescriptors(value, next))
        {
            var start = next;
            next += url.Length;

            // A comma at the end of a URL is the separator.
            url = url.TrimEnd(',');
            if (resolve(url) is var resolved && resolved != url)
            {
                rewritten = (rewritten ?? new()).Append(value, copied, start - copied).Append(resolved);
                copied = start + url.Length;
            }
        }

        return rewritten is null ? value : rewritten.Append(value, copied, value.Length - copied).ToString();
    }

    private static string Url(string value, ref int next)
    {
        var rest = value.AsSpan(next);
        var trimmed = rest.TrimStart(" \t\r\n\f,");
        next += rest.Length - trimmed.Length;
        return (trimmed.IndexOfAny(Space) is >= 0 and var end ? trimmed[..end] : trimmed).ToString();
    }

    private static int AfterDescriptors(string value, int next)
        => value[next - 1] == ',' ? next : value.IndexOf(',', next) is >= 0 and var comma ? comma + 1 : value.Length;
}
