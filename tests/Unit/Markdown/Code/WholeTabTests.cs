using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Code;

public class WholeTabTests
{
    [Theory]
    [InlineData("- a\n\n  ```make\n  all:\n  \tmake b\n  ```", "all:\n\tmake b\n")]
    [InlineData("1. a\n   ```\n   \tb\n   \t\tc\n   ```", "\tb\n\t\tc\n")]
    [InlineData("> ```\n> \ta\n> ```", "\ta\n")]
    [InlineData("  ```\n  \ta\n  ```", "\ta\n")]
    [InlineData("- a\n\n      b\n      \tc", "b\n\tc\n")]
    [InlineData("- a\n\n      \tb", "\tb\n")]
    [InlineData(">     a\n>     \tb", "a\n\tb\n")]
    public void A_tab_in_code_stays_a_tab_wherever_the_code_stands(string markdown, string code)
        => Assert.Contains($">{code}</code>", Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("- ```\n\ta\n  ```", "  a\n")]
    [InlineData(">\t\ta", "  a\n")]
    [InlineData("- a\n\n\t\tb", "  b\n")]
    public void A_tab_of_which_a_container_took_a_part_is_space(string markdown, string code)
        => Assert.Contains($">{code}</code>", Html(markdown), StringComparison.Ordinal);

    private static string Html(string markdown)
    {
        using var output = new StringWriter();
        new MarkdownConverter(new(MarkdownFlavor.CommonMark)).Convert(SourceText.FromString(markdown), SameLinks.Instance, output);
        return output.ToString();
    }
}
