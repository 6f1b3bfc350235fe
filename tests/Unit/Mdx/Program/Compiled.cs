using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx.Program;

/// <summary>What documents become.</summary>
internal static class Compiled
{
    /// <summary>The program a document becomes.</summary>
    public static string Program(string text, MdxOptions? options = null)
    {
        using var output = new StringWriter();
        new MdxConverter(options ?? new()).Convert(SourceText.FromString(text, DocumentFormat.Mdx), SameLinks.Instance, output);
        return output.ToString();
    }

    /// <summary>What an expression becomes that a document consists of.</summary>
    public static string Expression(string code, MdxOptions? options = null)
    {
        // The names keep it apart from what surrounds it.
        var program = Program($"{{[_before, {code}, _after]}}", options);
        var start = program.IndexOf("[_before, ", StringComparison.Ordinal) + "[_before, ".Length;
        return program[start..program.IndexOf(", _after]", StringComparison.Ordinal)];
    }
}
