using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Delimiters;

public class DelimiterTests
{
    [Theory]
    [InlineData("*a **b c* d**", "<em>a <em><em>b c</em> d</em></em>")]
    [InlineData("***a** b*", "<em><strong>a</strong> b</em>")]
    [InlineData("**a*b*", "**a<em>b</em>")]
    [InlineData("a**b*c*d**", "a<strong>b<em>c</em>d</strong>")]
    [InlineData("_a *b_ c*", "<em>a *b</em> c*")]
    [InlineData("*a*b*c*", "<em>a</em>b<em>c</em>")]
    [InlineData("**a*", "*<em>a</em>")]
    [InlineData("*a**", "<em>a</em>*")]
    [InlineData("****a**", "**<strong>a</strong>")]
    [InlineData("~~a ~b~ c~~", "<del>a <del>b</del> c</del>")]
    [InlineData("~a~~ b~", "<del>a~~ b</del>")]
    public void Runs_pair_up(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("*[a*](b)", "*<a href=\"b\">a*</a>")]
    [InlineData("[*a](b)*", "<a href=\"b\">*a</a>*")]
    [InlineData("*[a](b)*", "<em><a href=\"b\">a</a></em>")]
    [InlineData("[*a*](b)", "<a href=\"b\"><em>a</em></a>")]
    [InlineData("[a *b] c*", "[a <em>b] c</em>")]
    public void Emphasis_does_not_reach_into_a_link(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("[a [b](c)](d)", "[a <a href=\"c\">b</a>](d)")]
    [InlineData("[![a](b)](c)", "<a href=\"c\"><img src=\"b\" alt=\"a\" /></a>")]
    [InlineData("![a [b](c)](d)", "<img src=\"d\" alt=\"a b\" />")]
    [InlineData("[a ![b [c](d)](e)](f)", "[a <img src=\"e\" alt=\"b c\" />](f)")]
    [InlineData("[a [b](c) [d](e)", "[a <a href=\"c\">b</a> <a href=\"e\">d</a>")]
    public void Links_do_not_nest(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("[x][y", "<a href=\"/u\">x</a>", "", "[y")]
    [InlineData("[x][ ]", "<a href=\"/u\">x</a>", "", "[ ]")]
    [InlineData("[x][y]", "", "[x][y]")]
    [InlineData("[x](y", "<a href=\"/u\">x</a>", "", "(y")]
    public void What_no_definition_has_is_text(string markdown, string link, string before, string after = "")
        => Assert.Equal($"<p>{before}{link}{after}</p>\n", Converting.Gfm($"{markdown}\n\n[x]: /u"));

    [Theory]
    [InlineData("[a](b (c)", "[a](b (c)")]
    [InlineData("[a](b \"c\" \"d\")", "[a](b &quot;c&quot; &quot;d&quot;)")]
    [InlineData("[a](b 'c)", "[a](b 'c)")]
    [InlineData("[a](b 'c') [d](e 'f')", "<a href=\"b\" title=\"c\">a</a> <a href=\"e\" title=\"f\">d</a>")]
    [InlineData("[a](b 'c [d](e 'f')", "[a](b 'c <a href=\"e\" title=\"f\">d</a>")]
    [InlineData("[a](b 'c\\' d')", "<a href=\"b\" title=\"c' d\">a</a>")]
    [InlineData("[a](<b> (c))", "<a href=\"b\" title=\"c\">a</a>")]
    public void A_title_ends_where_its_link_ends(string markdown, string html) => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("`a ``b` c``", "<code>a ``b</code> c``")]
    [InlineData("``a `b``` c``", "<code>a `b``` c</code>")]
    [InlineData("```a ``b `c`", "```a ``b <code>c</code>")]
    public void Code_ends_with_as_many_backticks_as_it_begins_with(string markdown, string html)
        => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("a <!-- b <!-- c --> d", "a <!-- b <!-- c --> d")]
    [InlineData("a <?b <?c?> d <?", "a <?b <?c?> d &lt;?")]
    [InlineData("a <!-- b <c> <!->", "a &lt;!-- b <c> &lt;!-&gt;")]
    [InlineData("a <![CDATA[ <b> ]]> <![CDATA[", "a <![CDATA[ <b> ]]> &lt;![CDATA[")]
    [InlineData("a <! <b>", "a &lt;! <b>")]
    public void What_stands_in_angle_brackets_ends_where_it_can(string markdown, string html)
        => Assert.Equal($"<p>{html}</p>\n", Converting.CommonMark(markdown));
}
