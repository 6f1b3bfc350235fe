using FastMd.Engine.Configuration;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Finds what a document itself says of how JSX is compiled: <c>{/* @jsxImportSource preact */}</c>.</summary>
internal static class PragmaReader
{
    private const string Mark = "@jsx";
    private const int LongestName = 15;

    /// <summary>How JSX is compiled in a document.</summary>
    /// <param name="root">The document's content.</param>
    /// <param name="source">The document.</param>
    /// <param name="pragmas">What holds where the document says nothing.</param>
    public static JsxPragmas Read(MdxElement root, string source, JsxPragmas pragmas)
        => source.Contains(Mark, StringComparison.Ordinal) ? ReadExpressions(root, source, pragmas) : pragmas;

    private static JsxPragmas ReadExpressions(MdxElement element, string source, JsxPragmas pragmas)
    {
        TooDeep.Check();
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            pragmas = child switch
            {
                MdxElement inner => ReadExpressions(inner, source, pragmas),
                MdxExpression expression => ReadComments(source.AsSpan(expression.Start..expression.End), pragmas),
                _ => pragmas,
            };
        }

        return pragmas;
    }

    private static JsxPragmas ReadComments(ReadOnlySpan<char> code, JsxPragmas pragmas)
    {
        for (var start = code.IndexOf("/*"); start >= 0; start = code.IndexOf("/*"))
        {
            code = code[(start + 2)..];
            var end = code.IndexOf("*/");
            var comment = end < 0 ? code : code[..end];
            code = code[comment.Length..];
            for (var at = comment.IndexOf(Mark); at >= 0; at = comment.IndexOf(Mark))
            {
                pragmas = Apply(pragmas, comment[(at + 1)..]);
                comment = comment[(at + Mark.Length)..];
            }
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

        var rest = text[nameEnd..].TrimStart(" \t");
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
