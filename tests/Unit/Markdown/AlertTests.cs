using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class AlertTests
{
    [Theory]
    [InlineData("> Golf.\n>\n> [!NOTE]\n> Hotel.")]
    [InlineData("> [!NOTE]")]
    [InlineData("> [!NOTE] x\n> y")]
    [InlineData("- > [!NOTE]\n  > x")]
    public void A_quote_that_does_not_begin_with_its_line_or_holds_no_more_is_a_quote(string markdown)
    {
        var html = Converting.Gfm(markdown);

        Assert.Contains("<blockquote>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("markdown-alert", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> [!NOTE]\n> - x", "</p>\n<ul>\n<li>x</li>\n</ul>\n</div>\n")]
    [InlineData("> [!NOTE]\n>\n> x", "</p>\n<p>x</p>\n</div>\n")]
    [InlineData("> [!note]  \n> x", "</p>\n<p>x</p>\n</div>\n")]
    public void Nothing_is_left_of_the_line_of_its_kind(string markdown, string html)
        => Assert.EndsWith("Note" + html, Converting.Gfm(markdown), StringComparison.Ordinal);
}
