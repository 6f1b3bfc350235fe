namespace FastMd.Engine.Documents;

/// <summary>
/// Where a document's front matter stands: YAML from a first line <c>---</c> to the next line <c>---</c> or <c>...</c>; where all formats are read,
/// also TOML between lines <c>+++</c>, JSON between lines <c>;;;</c> or in braces of its own, and any of them after <c>---toml</c> and its like.
/// </summary>
/// <param name="Content">What stands between the fences; of JSON without fences, all of it.</param>
/// <param name="BodyStart">Offset of the first character after the closing fence's line.</param>
/// <param name="LineCount">Lines the block takes, both fences included.</param>
internal readonly record struct FrontMatterBlock(ReadOnlyMemory<char> Content, int BodyStart, int LineCount)
{
    /// <summary>Line of the source that the first line of what stands between fences is, from 1.</summary>
    public const int FirstFencedLine = 2;

    /// <summary>What it is written in.</summary>
    public FrontMatterSyntax Syntax { get; init; }

    /// <summary>Whether it is JSON without fences: if it is no JSON after all, it is text.</summary>
    public bool IsBare { get; init; }

    /// <summary>Line of the source that the content's first line is, from 1.</summary>
    public int FirstLine => IsBare ? 1 : FirstFencedLine;

    /// <summary>The block at the start of a text; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="formats">What front matter may be written in.</param>
    public static FrontMatterBlock? Find(string text, FrontMatterFormats formats = FrontMatterFormats.Yaml)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("---", StringComparison.Ordinal) && IsFence(Line(text, 0, out var position), '-')
            ? FindEnd(text, position, '-', FrontMatterSyntax.Yaml)
            : formats == FrontMatterFormats.Any ? FindOther(text) : null;
    }

    /// <summary>The block at the start of a text that is anything but YAML between lines of dashes; null where there is none.</summary>
    public static FrontMatterBlock? FindOther(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text[0] is not ('+' or ';' or '-' or '{'))
        {
            return null;
        }

        var line = Line(text, 0, out var position).TrimEnd(" \t");
        return line switch
        {
            "+++" => FindEnd(text, position, '+', FrontMatterSyntax.Toml),
            ";;;" => FindEnd(text, position, ';', FrontMatterSyntax.Json),
            "---toml" => FindEnd(text, position, '-', FrontMatterSyntax.Toml),
            "---json" => FindEnd(text, position, '-', FrontMatterSyntax.Json),
            "---yaml" or "---yml" => FindEnd(text, position, '-', FrontMatterSyntax.Yaml),
            ['{', ..] => FindBare(text),
            _ => null,
        };
    }

    /// <summary>Whether a line is three markers and nothing else but space.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="marker">The marker.</param>
    /// <param name="next">Where the next line begins.</param>
    public static bool IsFence(string text, int start, char marker, out int next) => IsFence(Line(text, start, out next), marker);

    private static FrontMatterBlock? FindEnd(string text, int position, char marker, FrontMatterSyntax syntax)
    {
        var start = position;
        for (var lines = 2; position < text.Length; lines++)
        {
            var lineStart = position;
            var line = Line(text, position, out position);
            if (IsFence(line, marker) || (marker == '-' && line.TrimEnd(" \t") is "..."))
            {
                return new(text.AsMemory(start, lineStart - start), position, lines) { Syntax = syntax };
            }
        }

        return null;
    }

    /// <summary>Finds the brace that ends an object in JSON; it has to be the last of its line.</summary>
    private static FrontMatterBlock? FindBare(string text)
    {
        var depth = 0;
        for (var at = 0; text.AsSpan(at).IndexOfAny("{}\"") is >= 0 and var next; at++)
        {
            at += next;
            if (text[at] == '"')
            {
                at = EndOfString(text, at);
            }
            else if (text[at] == '{')
            {
                depth++;
            }
            else if (--depth == 0)
            {
                var isLast = Line(text, at + 1, out var bodyStart).IsWhiteSpace();
                return !isLast ? null : new(text.AsMemory(0, at + 1), bodyStart, text.AsSpan(0, at).Count('\n') + 1)
                {
                    Syntax = FrontMatterSyntax.Json,
                    IsBare = true,
                };
            }
        }

        return null;
    }

    private static int EndOfString(string text, int quote)
    {
        var at = quote + 1;
        while (at < text.Length - 1 && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static ReadOnlySpan<char> Line(string text, int start, out int next)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            next = text.Length;
            return rest;
        }

        next = start + end + (rest[end..].StartsWith("\r\n") ? 2 : 1);
        return rest[..end];
    }

    private static bool IsFence(ReadOnlySpan<char> line, char marker)
    {
        var trimmed = line.TrimEnd(" \t");
        return trimmed.Length == 3 && trimmed[0] == marker && trimmed[1] == marker && trimmed[2] == marker;
    }
}

/// <summary>What front matter is written in.</summary>
internal enum FrontMatterSyntax
{
    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>TOML.</summary>
    Toml,

    /// <summary>JSON.</summary>
    Json,
}
