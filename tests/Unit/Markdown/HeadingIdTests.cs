using FastMd.Engine.Markdown.Headings;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class HeadingIdTests
{
    [Theory]
    [InlineData("Getting started", "getting-started")]
    [InlineData("What's new?", "whats-new")]
    [InlineData("C# & F#", "c--f")]
    [InlineData("a_b - c", "a_b---c")]
    [InlineData("1.2.3", "123")]
    [InlineData("Größe 日本語", "größe-日本語")]
    [InlineData("ÉCOLE", "école")]
    [InlineData("Ship it 🚀", "ship-it-")]
    [InlineData("👩‍💻", "")]
    [InlineData("!?", "")]
    public void An_id_keeps_letters_digits_hyphens_and_underscores_in_lower_case(string heading, string id)
        => Assert.Equal(id, new GitHubSlugger().Next(heading));

    [Fact]
    public void A_repeated_heading_gets_a_number()
        => Assert.Equal(["a", "a-1", "a-2"], Ids("A", "a", "A"));

    [Fact]
    public void A_number_that_another_heading_has_already_is_passed_over()
        => Assert.Equal(["a", "a-1", "a-2", "a-1-1"], Ids("a", "a-1", "a", "a-1"));

    [Fact]
    public void A_heading_gets_an_id_of_its_visible_text()
        => Assert.Equal(
            "<h2 id=\"use-code-links--more\">Use <code>code</code>, <a href=\"u\">links</a> &amp; <em>more</em><img src=\"i\" alt=\"x\" /></h2>\n",
            Converting.Gfm("## Use `code`, [links](u) &amp; *more*![x](i)"));

    [Fact]
    public void A_heading_without_a_letter_gets_no_id()
        => Assert.Equal("<h1>!</h1>\n", Converting.Gfm("# !"));

    [Fact]
    public void Headings_in_quotes_and_lists_get_ids_too()
        => Assert.Equal(
            "<blockquote>\n<h1 id=\"a\">a</h1>\n</blockquote>\n<ul>\n<li>\n<h1 id=\"a-1\">a</h1>\n</li>\n</ul>\n",
            Converting.Gfm("> # a\n\n- # a"));

    [Fact]
    public void CommonMark_headings_get_no_ids()
        => Assert.Equal("<h1>a</h1>\n", Converting.CommonMark("# a"));

    private static List<string> Ids(params string[] headings)
    {
        var slugger = new GitHubSlugger();
        return [.. headings.Select(slugger.Next)];
    }
}
