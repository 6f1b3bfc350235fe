using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Definitions;

public class DefinitionTests
{
    [Theory]
    [InlineData("[a]: u\n\"Text unclosed\n\n[a]", "<p>&quot;Text unclosed</p>\n<p><a href=\"u\">a</a></p>\n")]
    [InlineData("[a]: u\n'Tis\n\n[a]", "<p>'Tis</p>\n<p><a href=\"u\">a</a></p>\n")]
    [InlineData("[a]: u\n(see\n\n[a]", "<p>(see</p>\n<p><a href=\"u\">a</a></p>\n")]
    [InlineData("[a]: u\n\"t\" x\n\n[a]", "<p>&quot;t&quot; x</p>\n<p><a href=\"u\">a</a></p>\n")]
    public void One_holds_though_the_line_after_it_is_no_title(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("[a]: u \"t\nv\"\n\n[a]", "<p><a href=\"u\" title=\"t\nv\">a</a></p>\n")]
    [InlineData("[a]:\nu\n't'\n\n[a]", "<p><a href=\"u\" title=\"t\">a</a></p>\n")]
    [InlineData("[a\\]]: <u v> (t)\n\n[a\\]]", "<p><a href=\"u%20v\" title=\"t\">a]</a></p>\n")]
    [InlineData("[a\\!]: u\n\n[a\\!]", "<p><a href=\"u\">a!</a></p>\n")]
    [InlineData("[a]: \\&amp;\n\n[a]", "<p><a href=\"&amp;amp;\">a</a></p>\n")]
    public void One_may_go_over_lines_and_has_escapes_and_entities(string markdown, string html) => Assert.Equal(html, Converting.CommonMark(markdown));

    [Theory]
    [InlineData("[a]: u(")]
    [InlineData("[a]: u \"t\" x")]
    [InlineData("[a] : u")]
    [InlineData("[ ]: u")]
    public void What_is_nearly_one_is_text(string markdown)
        => Assert.StartsWith("<p>[", Converting.CommonMark(markdown), StringComparison.Ordinal);

    [Fact]
    public void Dashes_after_one_are_a_thematic_break()
        => Assert.Equal("<hr />\n<h2>title: x</h2>\n", Converting.CommonMark("[//]: # (c)\n---\ntitle: x\n---"));

    [Theory]
    [InlineData("- [a][c]\n\n  [c]: d", "<p><a href=\"d\">a</a></p>")]
    [InlineData("- [c]: d\n\n  x", "<p>x</p>")]
    public void A_blank_line_beside_one_makes_a_list_loose(string markdown, string inItem)
        => Assert.Equal($"<ul>\n<li>\n{inItem}\n</li>\n</ul>\n", Converting.CommonMark(markdown));
}
