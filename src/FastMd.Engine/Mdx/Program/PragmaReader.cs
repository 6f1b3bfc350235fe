using FastMd.Engine.Configuration;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Finds what a document itself says of how JSX is compiled: <c>{/* @jsxImportSource preact */}</c>.</summary>
internal static class PragmaReader
{
    private const string Mark = "@jsx";

    /// <summary>How JSX is compiled in a document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="isInModule">Whether an offset is among imports and exports.</param>
    /// <param name="pragmas">What holds where the document says nothing.</param>
    public static JsxPragmas Read(string source, Func<int, bool> isInModule, JsxPragmas pragmas)
    {
        for (var at = source.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal))
        {
            if (IsInComment(source.AsSpan(0, at), isInModule))
            {
                pragmas = Apply(pragmas, source.AsSpan(at + 1));
            }
        }

        return pragmas;
    }

    /// <summary>Whether a text ends within a comment in braces or among imports; comments in code that is shown are none of the document's.</summary>
    private static bool IsInComment(ReadOnlySpan<char> before, Func<int, bool> isInModule)
    {
        var line = before[(before.LastIndexOfAny('\r', '\n') + 1)..];
        if (line.TrimStart().StartsWith("//") && isInModule(before.Length))
        {
            return true;
        }

        var start = before.LastIndexOf("/*");
        return start > before.LastIndexOf("*/") && (before[..start].TrimEnd() is [.., '{'] || (isInModule(start) && isInModule(before.Length)));
    }

    private static JsxPragmas Apply(JsxPragmas pragmas, ReadOnlySpan<char> text)
    {
        var nameEnd = text.IndexOfAny(" \t\r\n");
        if (nameEnd < 0)
        {
            return pragmas;
        }

        var rest = text[nameEnd..].TrimStart();
        var end = rest.IndexOfAny(" \t\r\n*");
        var value = (end < 0 ? rest : rest[..end]).ToString();
        return (text[..nameEnd].ToString(), value) switch
        {
            (_, "") => pragmas,
            ("jsxRuntime", "classic") => pragmas with { Runtime = JsxRuntime.Classic },
            ("jsxRuntime", "automatic") => pragmas with { Runtime = JsxRuntime.Automatic },
            ("jsxImportSource", _) => pragmas with { ImportSource = value },
            ("jsx", _) => pragmas with { Call = value },
            ("jsxFrag", _) => pragmas with { Fragment = value },
            _ => pragmas,
        };
    }
}
