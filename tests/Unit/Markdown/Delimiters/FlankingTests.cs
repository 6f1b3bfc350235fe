using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Delimiters;

public class FlankingTests
{
    [Theory]
    [InlineData("**\u6CE8\u610F&#x20;**\uFF1A", "<strong>\u6CE8\u610F </strong>\uFF1A")]
    [InlineData("**Name:&nbsp;** v", "<strong>Name:\u00A0</strong> v")]
    [InlineData("**a&#97;**b", "**aa**b")]
    public void An_entity_is_the_punctuation_it_is_written_with(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark(markdown));

    [Theory]
    [InlineData("**\u5B8C\u4E86\U0001F389**\u3067\u3059", "<strong>\u5B8C\u4E86\U0001F389</strong>\u3067\u3059")]
    [InlineData("\U0001F680_beta_", "\U0001F680_beta_")]
    public void Characters_beyond_the_first_plane_are_text(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark(markdown));

    [Theory]
    [InlineData("*\uFEFFa*", "<em>\uFEFFa</em>")]
    [InlineData("*\u2028a*", "<em>\u2028a</em>")]
    [InlineData("*\u000Ba*", "<em>\u000Ba</em>")]
    [InlineData("*\u3000a*", "*\u3000a*")]
    public void White_space_is_what_the_specification_says(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark("x " + markdown).Replace("x ", "", StringComparison.Ordinal));

    [Fact]
    public void A_mark_before_a_block_is_none_of_its_text() => Assert.Equal("<blockquote>\n<p><em>_</em>*</p>\n</blockquote>\n", Converting.CommonMark(">*_**"));

    [Fact]
    public void Tildes_are_looked_past() => Assert.Equal("<p><strong><del>a</del></strong>b</p>\n", Converting.Gfm("**~~a~~**b"));
}
