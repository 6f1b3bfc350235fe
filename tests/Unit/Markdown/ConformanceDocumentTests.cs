using System.Globalization;
using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public partial class ConformanceDocumentTests
{
    [Fact]
    public void The_document_lists_the_known_differences_with_their_reasons()
    {
        Assert.Equal(KnownDifferences.CommonMark, Listed("CommonMark"));
        Assert.Equal(KnownDifferences.Gfm, Listed("GFM"));
        Assert.Equal(KnownDifferences.Extensions, Listed("Extensions"));
    }

    private static Dictionary<int, string> Listed(string section)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance.md"));
        var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/conformance.md has no section '{section}'.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Row().Matches(text[start..(end < 0 ? text.Length : end)])
            .ToDictionary(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), row => row.Groups[2].Value);
    }

    [GeneratedRegex(@"^\| (\d+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
