using System.Buffers;
using FastMd.Engine.Markdown.Code;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>What of the info string of a fence says something of the code: language and title.</summary>
internal static class CodeInfo
{
    private static readonly SearchValues<char> InRanges = SearchValues.Create("0123456789,- ");
    private static readonly SearchValues<char> InFlags = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");
    private static readonly SearchValues<char> NotInTitles = SearchValues.Create("\"'?:;|<>$");

    // What tools know besides titles. Other words are a title, as Mintlify has it.
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "live", "noInline", "showLineNumbers", "nolinenumbers", "copy", "nocopy", "wrap", "nowrap", "lines", "expandable", "focus", "highlight", "twoslash", "test", "meta", "ignore",
        "norun", "editable", "annotate", "collapsible", "collapsed", "numbered", "linenums", "diff", "frame", "runnable", "playground", "sandpack", "npm2yarn", "dark", "light",
    };

    /// <summary>The info string that is left of one.</summary>
    public static string Of(string info)
    {
        if (info.Length == 0 || info.AsSpan().IndexOfAny(" \t{:,") < 0)
        {
            return info;
        }

        var (rest, braced) = WithoutBraces(info);
        if (rest.Length == 0 && braced is ['.', ..])
        {
            // As Pandoc and MkDocs have it: the first class is the language.
            rest = string.Join(' ', braced.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static (word, i) => i == 0 ? word[1..] : word).Where(static word => word[0] != '.'));
        }

        var space = rest.AsSpan().IndexOfAny(" \t");
        var meta = CodeMeta.Of(space < 0 ? rest : rest[..space], space < 0 ? "" : rest[(space + 1)..]);
        var title = meta.Title is { } given && given.AsSpan().ContainsAnyExcept(InRanges) ? given : FileNameIn(braced) ?? TitleIn(meta.Rest);
        return title is null ? meta.Language : $"{(meta.Language.Length > 0 ? meta.Language : "text")} title=\"{title.Replace("\"", "'", StringComparison.Ordinal)}\"";
    }

    /// <summary>An info string without what stands in braces, and that.</summary>
    private static (string Outside, string Braced) WithoutBraces(string info)
    {
        var open = info.IndexOf('{', StringComparison.Ordinal);
        var close = info.LastIndexOf('}');
        return open < 0 || close < open
            ? (info, "")
            : ($"{info[..open].TrimEnd()} {info[(close + 1)..].TrimStart()}".Trim(), info[open..(close + 1)].Trim('{', '}', ' '));
    }

    // Clerk: {{ filename: 'a.js' }}.
    private static string? FileNameIn(string braced)
    {
        const string Key = "filename:";
        var at = braced.IndexOf(Key, StringComparison.Ordinal);
        var rest = at < 0 ? "" : braced[(at + Key.Length)..].TrimStart();
        return rest.Length > 2 && rest[0] is '\'' or '"' && rest.IndexOf(rest[0], 1) is > 1 and var end ? rest[1..end] : null;
    }

    private static string? TitleIn(string? rest)
    {
        var words = (rest ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => !Flags.Contains(word) && !word.Contains('=', StringComparison.Ordinal) && !IsFlag(word))
            .ToList();
        var title = string.Join(' ', words);
        return title.Length > 0 && !title.AsSpan().ContainsAny(NotInTitles) ? title : null;
    }

    // Words with hyphens, such as no-transpile, and what is looked for to highlight it: /text/.
    private static bool IsFlag(string word)
        => word is ['/', _, .., '/'] || (word.Contains('-', StringComparison.Ordinal) && !word.AsSpan().ContainsAnyExcept(InFlags));
}
