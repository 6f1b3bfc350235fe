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
    /// <param name="modules">Where its imports and exports stand.</param>
    /// <param name="source">The document.</param>
    /// <param name="pragmas">What holds where the document says nothing.</param>
    public static JsxPragmas Read(MdxElement root, IEnumerable<Range> modules, string source, JsxPragmas pragmas)
    {
        if (!source.Contains(Mark, StringComparison.Ordinal))
        {
            return pragmas;
        }

        var codes = new List<Range>(modules);
        AddExpressions(root, codes);
        foreach (var code in codes.OrderBy(static code => code.Start.Value))
        {
            pragmas = ReadComments(source.AsSpan(code), pragmas);
        }

        return pragmas;
    }

    private static void AddExpressions(MdxElement element, List<Range> codes)
    {
        NestingLimit.Check();
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement inner)
            {
                AddExpressions(inner, codes);
            }
            else if (child is MdxExpression expression)
            {
                codes.Add(expression.Start..expression.End);
            }
        }
    }

    private static JsxPragmas ReadComments(ReadOnlySpan<char> code, JsxPragmas pragmas)
    {
        for (var at = code.IndexOf('/'); at >= 0; at = code.IndexOf('/'))
        {
            var rest = code[(at + 1)..];
            var length = rest switch
            {
                ['*', ..] => rest.IndexOf("*/"),
                ['/', ..] when BeginsLine(code[..at]) => rest.IndexOfAny('\r', '\n'),
                _ => 0,
            };
            var comment = length < 0 ? rest : rest[..length];
            pragmas = ReadComment(comment, pragmas);
            code = rest[comment.Length..];
        }

        return pragmas;
    }

    private static bool BeginsLine(ReadOnlySpan<char> before) => before.TrimEnd(" \t") is [] or [.., '\r' or '\n'];

    private static JsxPragmas ReadComment(ReadOnlySpan<char> comment, JsxPragmas pragmas)
    {
        for (var at = comment.IndexOf(Mark); at >= 0; at = comment.IndexOf(Mark))
        {
            pragmas = Apply(pragmas, comment[(at + 1)..]);
            comment = comment[(at + Mark.Length)..];
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

/// <summary>How JSX is compiled: as the options say, or as comments in the document do.</summary>
/// <param name="Runtime">What it is compiled to.</param>
/// <param name="ImportSource">Package of the automatic runtime.</param>
/// <param name="Call">What the classic runtime calls.</param>
/// <param name="Fragment">What stands for a fragment in the classic runtime.</param>
internal sealed record JsxPragmas(JsxRuntime Runtime, string ImportSource, string Call, string Fragment);

/// <summary>The comments that tell a later compiler how JSX is meant.</summary>
internal static class PragmaComments
{
    public static void Write(ScriptText script, JsxPragmas pragmas)
    {
        if (pragmas.Runtime == JsxRuntime.Automatic)
        {
            script.Append("/*@jsxRuntime automatic*/\n/*@jsxImportSource ").Append(pragmas.ImportSource).Append("*/\n");
        }
        else
        {
            script.Append("/*@jsxRuntime classic*/\n/*@jsx ").Append(pragmas.Call).Append("*/\n/*@jsxFrag ").Append(pragmas.Fragment).Append("*/\n");
        }
    }
}
