namespace FastMd.Engine.Documents;

/// <summary>
/// Where a document's front matter stands: from a first line <c>---</c> to the next line <c>---</c> or <c>...</c>.
/// </summary>
/// <param name="Yaml">What stands between the fences.</param>
/// <param name="BodyStart">Offset of the first character after the closing fence's line.</param>
/// <param name="LineCount">Lines the block takes, both fences included.</param>
internal readonly record struct FrontMatterBlock(ReadOnlyMemory<char> Yaml, int BodyStart, int LineCount)
{
    /// <summary>Line of the source that the YAML's first line is, from 1.</summary>
    public const int FirstYamlLine = 2;

    /// <summary>The block at the start of a text; null where there is none.</summary>
    public static FrontMatterBlock? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith("---", StringComparison.Ordinal) || !IsFence(Line(text, 0, out var position), allowDots: false))
        {
            return null;
        }

        var yamlStart = position;
        for (var lines = 2; position < text.Length; lines++)
        {
            var lineStart = position;
            if (IsFence(Line(text, position, out position), allowDots: true))
            {
                return new(text.AsMemory(yamlStart, lineStart - yamlStart), position, lines);
            }
        }

        return null;
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

    private static bool IsFence(ReadOnlySpan<char> line, bool allowDots)
    {
        var trimmed = line.TrimEnd(" \t");
        return trimmed is "---" || (allowDots && trimmed is "...");
    }
}
