using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class SetextHeadingTests
{
    [Theory]
    [InlineData("1. a\n    ===", "<ol>\n<li>\n<h1>a</h1>\n</li>\n</ol>\n")]
    [InlineData("1. a\n  ===", "<ol>\n<li>a\n===</li>\n</ol>\n")]
    [InlineData("> a\n>   ===", "<blockquote>\n<h1>a</h1>\n</blockquote>\n")]
    [InlineData("> a\n===", "<blockquote>\n<p>a\n===</p>\n</blockquote>\n")]
    [InlineData("- > a\n  ===", "<ul>\n<li>\n<blockquote>\n<p>a\n===</p>\n</blockquote>\n</li>\n</ul>\n")]
    [InlineData("> - a\n>    ===", "<blockquote>\n<ul>\n<li>\n<h1>a</h1>\n</li>\n</ul>\n</blockquote>\n")]
    public void Its_underline_goes_on_with_all_blocks_around_it(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("a  \nb\n===", "<h1>a<br />\nb</h1>\n")]
    [InlineData("a\\\n  b  \n===", "<h1>a<br />\nb</h1>\n")]
    public void Lines_may_break_in_one(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("[a]: b\n===", "<p>===</p>\n")]
    [InlineData("[a]: b\n[a]\n===", "<h1><a href=\"b\">a</a></h1>\n")]
    public void Definitions_before_one_are_none_of_its_text(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));
}
