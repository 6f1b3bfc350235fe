namespace FastMd.Engine.Context;

/// <summary>MDX in files that are called Markdown, as Docusaurus reads all of its files: imports, and components in lines of their own.</summary>
internal static class MdxInMarkdown
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>The text as MDX, comments of HTML made blank, where it looks like that; null where it does not. Offsets in it are the text's.</summary>
    public static string? Read(string text)
        => text.Contains("import ", StringComparison.Ordinal) || text.Contains("<Tab", StringComparison.Ordinal) || text.Contains("className=", StringComparison.Ordinal)
            ? Looked(text)
            : null;

    private static string? Looked(string text)
    {
        var isMdx = false;
        var blank = text.ToCharArray();
        var fence = "";
        var isInComment = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start, end - start);
            var trimmed = line.TrimStart(" >-*");
            if (fence.Length > 0 || (!isInComment && FenceOf(trimmed).Length > 0))
            {
                var mark = FenceOf(trimmed);
                fence = fence.Length == 0 ? mark : mark.Length >= fence.Length && mark[0] == fence[0] && trimmed[mark.Length..].IsWhiteSpace() ? "" : fence;
            }
            else
            {
                Blank(line, blank.AsSpan(start, line.Length), ref isInComment);
                isMdx |= IsSign(line);
            }

            start = end + 1;
        }

        return isMdx ? new(blank) : null;
    }

    private static string FenceOf(ReadOnlySpan<char> line)
    {
        if (line is not (['`', '`', '`', ..] or ['~', '~', '~', ..]))
        {
            return "";
        }

        var length = line.IndexOfAnyExcept(line[0]);
        return new(line[0], length < 0 ? line.Length : length);
    }

    private static void Blank(ReadOnlySpan<char> line, Span<char> blank, ref bool isInComment)
    {
        for (var at = 0; at < line.Length;)
        {
            var next = line[at..].IndexOf(isInComment ? CommentEnd : CommentStart);
            var end = next < 0 ? line.Length : at + next + (isInComment ? CommentEnd.Length : 0);
            if (isInComment)
            {
                blank[at..end].Fill(' ');
            }

            isInComment = next < 0 ? isInComment : !isInComment;
            at = end;
        }
    }

    private static bool IsSign(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("import ", StringComparison.Ordinal))
        {
            return line.Contains(" from '", StringComparison.Ordinal) || line.Contains(" from \"", StringComparison.Ordinal);
        }

        var trimmed = line.TrimStart();
        return trimmed.StartsWith("<Tabs", StringComparison.Ordinal) || trimmed.StartsWith("<TabItem", StringComparison.Ordinal)
            || (line.Contains("className=", StringComparison.Ordinal) && line.Contains('<') && !line.Contains('`'));
    }
}
