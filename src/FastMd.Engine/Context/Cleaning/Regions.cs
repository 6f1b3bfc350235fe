namespace FastMd.Engine.Context.Cleaning;

/// <summary>Parts of files that have names: between <c>#region a</c> and <c>#endregion a</c>, <c>[start:a]</c> and <c>[end:a]</c>, or anchors of mdBook.</summary>
internal static class Regions
{
    private static readonly string[] Starts = ["#region ", "--8<-- [start:", "ANCHOR: "];
    private static readonly string[] Ends = ["#endregion", "--8<-- [end:", "ANCHOR_END: "];

    /// <summary>The lines of a region; none where the file does not have it.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> lines, string name)
        => lines.SkipWhile(line => NameOf(line, Starts) != name).Skip(1).TakeWhile(line => NameOf(line, Ends) is not { } end || (end.Length > 0 && end != name));

    /// <summary>Whether a line begins or ends a region.</summary>
    public static bool IsMark(string line) => NameOf(line, Starts) is not null || NameOf(line, Ends) is not null;

    /// <summary>Lines without the indentation that all of them have.</summary>
    public static string Unindent(List<string> lines)
    {
        var filled = lines.Where(static line => !string.IsNullOrWhiteSpace(line)).ToList();
        var indent = filled.Count == 0 ? 0 : filled.Min(static line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));
    }

    private static string? NameOf(string line, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && IsBehindComment(line.AsSpan(0, at)))
            {
                return line[(at + mark.Length)..].Trim().Trim(']', '*', '/', '-', '>', ' ');
            }
        }

        return null;
    }

    // In all languages: what begins a comment, and nothing else.
    private static bool IsBehindComment(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || character is '"' or '\'' or '`')
            {
                return false;
            }
        }

        return true;
    }
}
