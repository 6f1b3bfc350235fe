using FastMd.Engine.Configuration;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Finds what a document itself says of how JSX is compiled: <c>{/* @jsxImportSource preact */}</c>.</summary>
internal static class PragmaReader
{
    private const string Mark = "@jsx";
    private const int LongestName = 15;

    /// <summary>How JSX is compiled in a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="isInModule">Whether an offset is among imports and exports.</param>
    /// <param name="pragmas">What holds where the document says nothing.</param>
    public static JsxPragmas Read(string source, Func<int, bool> isInModule, JsxPragmas pragmas)
    {
        var isInComment = false;
        var isInLineComment = false;
        var from = 0;
        for (var at = source.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal))
        {
            var between = source.AsSpan(from, at - from);
            var (open, close) = (between.LastIndexOf("/*"), between.LastIndexOf("*/"));
            if (open != close)
            {
                // Only of comments in braces or among imports: those in code that is shown are none of the document's.
                isInComment = open > close && (source.AsSpan(0, from + open).TrimEnd() is [.., '{'] || (isInModule(from + open) && isInModule(at)));
            }

            if (between.LastIndexOfAny('\r', '\n') is var lineEnd && (lineEnd >= 0 || from == 0))
            {
                isInLineComment = between[(lineEnd + 1)..].TrimStart().StartsWith("//") && isInModule(at);
            }

            if (isInComment || isInLineComment)
            {
                pragmas = Apply(pragmas, source.AsSpan(at + 1));
            }

            from = at;
        }

        return pragmas;
    }

    private static JsxPragmas Apply(JsxPragmas pragmas, ReadOnlySpan<char> text)
    {
        var nameEnd = text[..Math.Min(text.Length, LongestName + 1)].IndexOfAny(" \t\r\n");
        if (nameEnd < 0)
        {
            return pragmas;
        }

        var rest = text[nameEnd..].TrimStart();
        var end = rest.IndexOfAny(" \t\r\n*");
        var value = end < 0 ? rest : rest[..end];
        return text[..nameEnd] switch
        {
            _ when value.IsEmpty => pragmas,
            "jsxRuntime" when value is "classic" => pragmas with { Runtime = JsxRuntime.Classic },
            "jsxRuntime" when value is "automatic" => pragmas with { Runtime = JsxRuntime.Automatic },
            "jsxImportSource" => pragmas with { ImportSource = value.ToString() },
            "jsx" => pragmas with { Call = value.ToString() },
            "jsxFrag" => pragmas with { Fragment = value.ToString() },
            _ => pragmas,
        };
    }
}
