namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>Recognizes the tags of links that are written in HTML.</summary>
internal static class HtmlAnchor
{
    /// <summary>Whether a tag begins or ends a link.</summary>
    public static bool TryRead(ReadOnlySpan<char> tag, out bool opens)
    {
        opens = !tag.StartsWith("</", StringComparison.Ordinal);
        var name = tag[(opens ? 1 : 2)..];
        return name is ['a' or 'A', not ('-' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')), ..];
    }
}
