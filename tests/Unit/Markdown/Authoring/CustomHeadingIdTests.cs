using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Authoring;

public class CustomHeadingIdTests
{
    [Theory]
    [InlineData("## Install {#setup}", "<h2 id=\"setup\">Install</h2>")]
    [InlineData("## Install {#my_own_id} ##", "<h2 id=\"my_own_id\">Install</h2>")]
    [InlineData("Install *it* {#setup}\n---", "<h2 id=\"setup\">Install <em>it</em></h2>")]
    [InlineData("## A {#b}\n\n## B", "<h2 id=\"b\">A</h2><h2 id=\"b-1\">B</h2>")]
    [InlineData("## {#a}", "<h2 id=\"a\"></h2>")]
    public void The_id_at_the_end_of_a_heading_is_its_id(string text, string html)
    {
        var (ofMarkdown, ofMdx) = Extended.Both(text, SyntaxExtensions.HeadingIds);

        Assert.Equal(html, ofMarkdown.TrimEnd());
        Assert.Equal(ofMarkdown, ofMdx);
    }

    [Theory]
    [InlineData("## Install {/* #setup */}")]
    [InlineData(@"## Install \{#setup}")]
    public void In_MDX_it_may_be_a_comment_or_escaped(string mdx)
        => Assert.Equal("<h2 id=\"setup\">Install</h2>", Extended.Both(mdx, SyntaxExtensions.HeadingIds).Mdx.TrimEnd());

    [Theory]
    [InlineData(@"## Install \{#setup}", "<h2 id=\"install-setup\">Install {#setup}</h2>\n")]
    [InlineData("## Install {#a b}", "<h2 id=\"install-a-b\">Install {#a b}</h2>\n")]
    [InlineData("## Install {#setup} x", "<h2 id=\"install-setup-x\">Install {#setup} x</h2>\n")]
    [InlineData("## {}", "<h2>{}</h2>\n")]
    public void Other_braces_are_text(string markdown, string html) => Assert.Equal(html, Extended.Html(markdown, SyntaxExtensions.HeadingIds));

    [Fact]
    public void In_JavaScript_headings_have_it_though_no_others_have_ids()
    {
        var module = Extended.JavaScript("## A {#b}\n\n## C", SyntaxExtensions.HeadingIds);

        Assert.Contains("<_components.h2 id={\"b\"}>{\"A\"}</_components.h2>", module, StringComparison.Ordinal);
        Assert.Contains("<_components.h2>{\"C\"}</_components.h2>", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_extension_it_is_text()
        => Assert.Equal("<h2 id=\"a-b\">A {#b}</h2>\n", Extended.Html("## A {#b}", SyntaxExtensions.None));
}
