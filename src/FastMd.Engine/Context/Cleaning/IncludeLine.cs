using System.Globalization;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>
/// A line that includes a file: of MkDocs <c>--8&lt;-- "file"</c> and <c>{* file *}</c>, of VitePress <c>&lt;!--@include: file--&gt;</c> and
/// <c>&lt;&lt;&lt; file</c>, of Jinja <c>{% include "file" %}</c>, of mdBook <c>{{#include file}}</c>.
/// </summary>
/// <param name="Path">What the document calls the file.</param>
internal sealed record IncludeLine(string Path)
{
    private const string Snippet = "--8<--";
    private const string Comment = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>Whether the file becomes a block of code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Name of the region of the file that is included; null for all of it.</summary>
    public string? Region { get; init; }

    /// <summary>The first line that is included, from 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>The last line that is included.</summary>
    public int Last { get; init; } = int.MaxValue;

    /// <summary>The title of the code; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The language of the code.</summary>
    public string Language => LanguageOf(Path);

    /// <summary>Whether text may be such a line, as far as its beginning tells.</summary>
    public static bool MayBegin(string text)
        => text.StartsWith(Snippet, StringComparison.Ordinal) || text.StartsWith("<<<", StringComparison.Ordinal)
            || (text.Length > 1 && text[0] == '{' && text[1] is '%' or '*' or '!' or '{');

    /// <summary>Whether such a line may stand in code.</summary>
    public static bool MayStandIn(string code)
        => code.Contains(Snippet, StringComparison.Ordinal) || code.Contains("{{#include", StringComparison.Ordinal) || code.Contains("{{#rustdoc_include", StringComparison.Ordinal)
            || code.Contains("{!", StringComparison.Ordinal);

    /// <summary>Reads a line; null where it is none that includes.</summary>
    public static IncludeLine? Read(string line)
        => line.StartsWith("<<<", StringComparison.Ordinal) ? ReadVitePress(line[3..].Trim()) : ReadAnywhere(line);

    /// <summary>Reads a comment.</summary>
    public static IncludeLine? ReadComment(string html)
    {
        if (!html.StartsWith(Comment, StringComparison.Ordinal) || !html.EndsWith(CommentEnd, StringComparison.Ordinal) || html.Length < Comment.Length + CommentEnd.Length)
        {
            return null;
        }

        const string Include = "@include:";
        var inner = html[Comment.Length..^CommentEnd.Length].Trim();
        if (!inner.StartsWith(Include, StringComparison.Ordinal))
        {
            return null;
        }

        var (path, range) = Cut(inner[Include.Length..].Trim(), '{', '}');
        return WithRegion(path.Trim()) is { } include ? include.WithRange(range, ',') : null;
    }

    /// <summary>The part of a file that is included.</summary>
    /// <param name="text">The file, lines with line feeds between them.</param>
    public string Select(string text)
    {
        IEnumerable<string> lines = text.Split('\n');
        if (Region is { } region)
        {
            lines = Regions.Find(lines, region);
        }
        else if (First > 1 || Last < int.MaxValue)
        {
            lines = lines.Skip(First - 1).Take(Last < int.MaxValue ? Last - First + 1 : int.MaxValue);
        }

        lines = lines.Where(static line => !Regions.IsMark(line));
        return Region is null ? string.Join('\n', lines) : Regions.Unindent([.. lines]);
    }

    /// <summary>Reads a line that means the same in text and in code.</summary>
    public static IncludeLine? ReadAnywhere(string line)
    {
        if (line.StartsWith(Snippet, StringComparison.Ordinal))
        {
            return Quoted(line[Snippet.Length..].Trim()) is { Length: > 0 } path ? WithSections(path) : null;
        }

        if (Between(line, "{%", "%}") is { } tag)
        {
            foreach (var keyword in (ReadOnlySpan<string>)["include-markdown", "include"])
            {
                if (tag.Trim('-', ' ').StartsWith(keyword + " ", StringComparison.Ordinal))
                {
                    return Quoted(tag.Trim('-', ' ')[keyword.Length..].Trim()) is { Length: > 0 } path ? new(path) : null;
                }
            }

            return null;
        }

        if (Between(line, "{*", "*}") is { } source)
        {
            var parts = source.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var lines = parts.FirstOrDefault(static part => part.StartsWith("ln[", StringComparison.Ordinal));
            return parts.Length == 0 ? null : (new IncludeLine(parts[0]) { IsCode = true }).WithRange(lines is null ? null : lines["ln[".Length..].TrimEnd(']'), ':');
        }

        if (Between(line, "{!", "!}") is { } old)
        {
            var parts = old.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return parts.Length == 0 || parts[0].StartsWith('>') ? null : new(parts[0]);
        }

        foreach (var keyword in (ReadOnlySpan<string>)["{{#include ", "{{#rustdoc_include "])
        {
            if (Between(line, keyword, "}}") is { } book)
            {
                return WithSections(book);
            }
        }

        return null;
    }

    /// <summary>VitePress: <c>@/file.js#region{1,3} [title]</c>.</summary>
    private static IncludeLine? ReadVitePress(string text)
    {
        var (rest, title) = Cut(text, '[', ']');
        var (path, _) = Cut(rest.Trim(), '{', '}');
        return path.Trim().Length > 0 && !path.Trim().Contains(' ', StringComparison.Ordinal) && WithRegion(path.Trim()) is { } include
            ? include with { IsCode = true, Title = title }
            : null;
    }

    private static IncludeLine? WithRegion(string path)
        => path.Length == 0 ? null
            : path.IndexOf('#', StringComparison.Ordinal) is > 0 and var at ? new(path[..at]) { Region = path[(at + 1)..] }
            : new(path);

    /// <summary><c>file</c>, <c>file:2:5</c> or <c>file:section</c>.</summary>
    private static IncludeLine WithSections(string path)
    {
        var at = path.IndexOf(':', StringComparison.Ordinal);
        if (at <= 1)
        {
            return new(path);
        }

        var section = path[(at + 1)..];
        var include = new IncludeLine(path[..at]);
        return section.Length == 0 ? include
            : char.IsAsciiDigit(section[0]) || section[0] == ':' ? include.WithRange(section.Contains(':', StringComparison.Ordinal) ? section : $"{section}:{section}", ':')
            : include with { Region = section };
    }

    private IncludeLine WithRange(string? range, char separator)
    {
        if (string.IsNullOrWhiteSpace(range) || range.IndexOf(separator, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return range is not null && int.TryParse(range.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var only) ? this with { First = only, Last = only } : this;
        }

        var first = Number(range[..at], 1);
        return this with { First = Math.Max(1, first), Last = Number(range[(at + 1)..], int.MaxValue) };
    }

    private static int Number(string text, int otherwise)
        => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static (string Before, string? Inside) Cut(string text, char open, char close)
        => text.EndsWith(close) && text.LastIndexOf(open) is >= 0 and var at ? (text[..at], text[(at + 1)..^1]) : (text, null);

    private static string? Between(string line, string open, string close)
        => line.Length >= open.Length + close.Length && line.StartsWith(open, StringComparison.Ordinal) && line.EndsWith(close, StringComparison.Ordinal)
            ? line[open.Length..^close.Length].Trim()
            : null;

    private static string? Quoted(string text)
        => text.Length > 2 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) is > 1 and var end ? text[1..end] : null;

    private static string LanguageOf(string path) => System.IO.Path.GetExtension(path).TrimStart('.').ToLowerInvariant() switch
    {
        "py" => "python",
        "rb" => "ruby",
        "rs" => "rust",
        "cs" => "csharp",
        "kt" => "kotlin",
        "yml" => "yaml",
        "ps1" => "powershell",
        "htm" => "html",
        "md" or "markdown" => "md",
        "txt" => "text",
        var extension => extension,
    };
}
