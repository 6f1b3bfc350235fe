using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Code;

public class CodeTests
{
    [Theory]
    [InlineData("\t1. \n\n\n\t\t\n", "<pre><code>1. \n</code></pre>\n")]
    [InlineData("    a\n\n     \n    b\n      \n", "<pre><code>a\n\n \nb\n</code></pre>\n")]
    public void Blank_lines_at_the_end_of_indented_code_are_none_of_it(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("\\``\\`", "`<code>\\</code>")]
    [InlineData("\\```a``", "`<code>a</code>")]
    [InlineData("``a`", "``a`")]
    [InlineData("`` a ` b ``", "<code>a ` b</code>")]
    public void A_backtick_that_is_escaped_is_none_of_the_row_after_it(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark(markdown));
}
