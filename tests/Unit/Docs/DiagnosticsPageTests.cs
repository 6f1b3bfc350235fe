using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>docs/diagnostics.md says of every code what to do, and of no other.</summary>
public class DiagnosticsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"));

    public static TheoryData<string> Codes => [.. typeof(DiagnosticCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!)];

    [Fact]
    public void The_page_lists_exactly_the_codes_there_are_in_their_order()
        => Assert.Equal(
            Codes.Select(row => row.Data).Order(StringComparer.Ordinal),
            Regex.Matches(Page, @"(?m)^## (FM\d{4}) – .+$").Select(match => match.Groups[1].Value));

    [Fact]
    public void No_two_codes_are_the_same()
        => Assert.Equal(Codes.Select(row => row.Data).Distinct(), Codes.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_says_how_bad_it_is_why_it_happens_and_what_to_do(string code)
    {
        var section = Page[Page.IndexOf($"## {code} ", StringComparison.Ordinal)..];
        section = section[..(section.IndexOf("\n## ", StringComparison.Ordinal) is >= 0 and var end ? end : section.Length)];

        Assert.Matches(@"\*\*(Warning|Error)[.;]", section);
        Assert.Contains("\n- *Why:* ", section, StringComparison.Ordinal);
        Assert.Contains("\n- *What to do:* ", section, StringComparison.Ordinal);
    }
}
