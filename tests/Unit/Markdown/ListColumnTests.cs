using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class ListColumnTests
{
    [Theory]
    [InlineData("10.  Ten\n    1. One", "<ol start=\"10\">\n<li>Ten\n1. One</li>\n</ol>\n")]
    [InlineData("1.   a\n    - b", "<ol>\n<li>a\n- b</li>\n</ol>\n")]
    [InlineData("   1. a\n    2. b", "<ol>\n<li>a\n2. b</li>\n</ol>\n")]
    [InlineData("1. a\n   1. b", "<ol>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ol>\n")]
    public void What_belongs_to_an_item_begins_at_the_column_of_its_content(string markdown, string html)
        => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("1.\n\n\n1.", "<ol>\n<li></li>\n<li></li>\n</ol>\n")]
    [InlineData("-\n\n- a", "<ul>\n<li></li>\n<li>\n<p>a</p>\n</li>\n</ul>\n")]
    public void A_list_goes_on_after_an_item_that_holds_nothing(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("007. a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n")]
    [InlineData("01. a", "<ol>\n<li>a</li>\n</ol>\n")]
    [InlineData("000. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n")]
    public void Zeros_before_a_number_are_none_of_it(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));
}
