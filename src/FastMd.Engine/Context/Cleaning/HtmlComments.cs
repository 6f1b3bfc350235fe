using System.Text;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Comments in HTML.</summary>
internal static class HtmlComments
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>HTML without its comments, and without the lines that held nothing else.</summary>
    public static string Remove(string html)
    {
        var rest = new StringBuilder(html.Length);
        var at = 0;
        for (var start = html.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = html.IndexOf(Open, at, StringComparison.Ordinal))
        {
            var end = html.IndexOf(Close, start + Open.Length, StringComparison.Ordinal);
            rest.Append(html, at, start - at);
            at = end < 0 ? html.Length : end + Close.Length;
        }

        rest.Append(html, at, html.Length - at);
        return string.Join('\n', rest.ToString().Split('\n').Where(static line => !line.AsSpan().IsWhiteSpace()));
    }
}
