using FastMd.Engine.Documents;
using FastMd.Tests.Unit.Mdx.Program;

namespace FastMd.Tests.Unit.Mdx;

/// <summary>Small documents, one thing each. <see cref="ReferenceTests"/> holds the same against the reference.</summary>
public class MdxCaseTests
{
    public static TheoryData<string> Names => [.. MdxCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_becomes_what_is_expected(string name)
    {
        var example = MdxCase.All[name];

        Assert.Equal(example.Expected, Essence(example.Input));
    }

    /// <summary>What of a program is the document's own; where it is rejected, where.</summary>
    private static string Essence(string input)
    {
        try
        {
            return Essential(Compiled.Program(input));
        }
        catch (DocumentException rejected)
        {
            var (line, column) = (rejected.Diagnostic.Line, rejected.Diagnostic.Column);
            return line == 0 ? "rejected" : $"rejected {line}:{column}";
        }
    }

    private static string Essential(string program)
    {
        const string function = "function _createMdxContent", returns = "  return ", after = ";\n}\nexport default function MDXContent";
        var head = program[(program.IndexOf('\n', StringComparison.Ordinal) + 1)..program.IndexOf(function, StringComparison.Ordinal)];
        var isAsync = head.EndsWith("async ", StringComparison.Ordinal);
        var start = program.IndexOf(returns, program.IndexOf(function, StringComparison.Ordinal), StringComparison.Ordinal) + returns.Length;
        var content = program[start..program.IndexOf(after, start, StringComparison.Ordinal)];
        return (isAsync ? head[..^"async ".Length] + "await " : head) + content;
    }
}
