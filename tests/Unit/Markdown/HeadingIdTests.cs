using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
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
    [InlineData("İçindekiler", "i\u0307çindekiler")]
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

    [Theory]
    [InlineData("# Install\n\n<h2>Install</h2>", "<h1 id=\"install\">Install</h1>\n<h2 id=\"install-1\">Install</h2>\n")]
    [InlineData("<h1 align=\"center\">\n  <img src=\"i\">\n  A &amp; <b>B</b>\n</h1>", "<h1 id=\"----a--b\" align=\"center\">\n  <img src=\"i\">\n  A &amp; <b>B</b>\n</h1>\n")]
    [InlineData("<h2>\n\nOver *blocks*\n\n</h2>", "<h2 id=\"over-blocks\">\n<p>Over <em>blocks</em></p>\n</h2>\n")]
    [InlineData("<div><h2>A</h2><H3>A</H3></div>\n\n# a", "<div><h2 id=\"a\">A</h2><H3 id=\"a-1\">A</H3></div>\n<h1 id=\"a-2\">a</h1>\n")]
    [InlineData("<h2 id=\"own\">A</h2>", "<h2 id=\"own\">A</h2>\n")]
    [InlineData("<h2>!</h2>", "<h2>!</h2>\n")]
    [InlineData("<!-- <h2>A</h2> -->", "<!-- <h2>A</h2> -->\n")]
    [InlineData("<div><!-- <h2>A</h2> --></div>", "<div><!-- <h2>A</h2> --></div>\n")]
    [InlineData("<h2 title=\">\">A</h2>", "<h2 id=\"a\" title=\">\">A</h2>\n")]
    [InlineData("<h2>A", "<h2>A\n")]
    [InlineData("<header>A</header>", "<header>A</header>\n")]
    public void A_heading_in_HTML_gets_the_id_GitHub_gives_it(string markdown, string html) => Assert.Equal(html, Converting.Gfm(markdown));

    [Fact]
    public void A_heading_in_HTML_can_be_referred_to()
        => Assert.Contains("install", Converting.Document("<h2>Install</h2>").Anchors);

    [Fact]
    public void The_place_of_a_link_after_such_headings_is_its_own()
    {
        var links = new Recorded();
        Converting.Html(new MarkdownOptions(), "<h2>A</h2>\n<h2>B</h2> <a href=\"c\">c</a>\n<a href=\"d\">d</a>\n", links);

        Assert.Equal([("c", 2, 12), ("d", 3, 1)], links.Places);
    }

    [Fact]
    public void CommonMark_headings_get_no_ids()
        => Assert.Equal("<h1>a</h1>\n", Converting.CommonMark("# a"));

    private sealed class Recorded : ILinkTargets
    {
        public List<(string, int, int)> Places { get; } = [];

        public string Resolve(LinkReference link)
        {
            Places.Add((link.Url, link.Line, link.Column));
            return link.Url;
        }
    }

    private static List<string> Ids(params string[] headings)
    {
        var slugger = new GitHubSlugger();
        return [.. headings.Select(slugger.Next)];
    }
}
