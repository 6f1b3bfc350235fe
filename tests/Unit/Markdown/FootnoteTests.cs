using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class FootnoteTests
{
    private const string Mark = "<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">1</a></sup>";
    private const string Back = "<a href=\"#fnref1\" class=\"footnote-backref\">\u21A9</a>";

    [Theory]
    [InlineData("See [text][^1].", "<p>See [text]{0}.</p>")]
    [InlineData("x[^1][]", "<p>x{0}[]</p>")]
    [InlineData("[See[^1]](u)", "<p><a href=\"u\">See{0}</a></p>")]
    [InlineData("![cap[^1]](x.png)", "<p><img src=\"x.png\" alt=\"cap\" /></p>")]
    [InlineData("![^1]", "<p>!{0}</p>")]
    public void A_reference_stands_where_it_is_written(string markdown, string html)
        => Assert.Equal(Note(html.Replace("{0}", Mark, StringComparison.Ordinal), $"<p>n {Back}</p>"), Converting.Gfm(markdown + "\n\n[^1]: n"));

    [Fact]
    public void A_definition_right_after_another_is_one_of_its_own()
    {
        var html = Converting.Gfm("Claim.[^1][^2]\n\n[^1]: First.\n[^2]: Second.");

        Assert.Contains("<p>First. <a", html, StringComparison.Ordinal);
        Assert.Contains("<p>Second. <a", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [^1]: n\n\na[^1]")]
    [InlineData("> [^1]: n\n\na[^1]")]
    [InlineData("a[^1][^2]\n\n[^2]: m\n\n    [^1]: n")]
    public void A_definition_counts_wherever_it_stands(string markdown) => Assert.Contains("<p>n <a", Converting.Gfm(markdown), StringComparison.Ordinal);

    [Fact]
    public void Dashes_under_a_note_are_a_thematic_break()
        => Assert.StartsWith($"<p>a{Mark}</p>\n<hr />\n<p>b</p>\n<section", Converting.Gfm("a[^1]\n\n[^1]: note\n---\nb"), StringComparison.Ordinal);

    [Fact]
    public void Equal_signs_under_a_note_are_its_text()
        => Assert.Contains("<p>note\n===\nb <a", Converting.Gfm("a[^1]\n\n[^1]: note\n===\nb"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a[^foo bar]\n\n[^foo bar]: n", "<p>a<a href=\"n\">^foo bar</a></p>\n")]
    [InlineData("a[^1]", "<p>a[^1]</p>\n")]
    public void What_is_called_by_two_words_or_has_no_definition_is_no_footnote(string markdown, string html) => Assert.Equal(html, Converting.Gfm(markdown));

    [Fact]
    public void A_note_that_only_refers_to_itself_is_there()
        => Assert.Equal(Note("", $"<p>{Mark} {Back}</p>").TrimStart('\n'), Converting.Gfm("[^1]: [^1]"));

    private static string Note(string text, string note)
        => $"{text}\n<section class=\"footnotes\">\n<ol>\n<li id=\"fn1\">\n{note}\n</li>\n</ol>\n</section>\n";
}
