using System.Text.RegularExpressions;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Authoring;

public partial class DirectiveTests
{
    private const string Note = "<div class=\"markdown-alert markdown-alert-note\"><p class=\"markdown-alert-title\">";

    [Theory]
    [InlineData(":::note\nx\n:::", Note + "Note</p><p>x</p></div>")]
    [InlineData("::: info\nx\n:::", Note + "Info</p><p>x</p></div>")]
    [InlineData(":::note Mind *this*\nx\n:::", Note + "Mind <em>this</em></p><p>x</p></div>")]
    [InlineData(":::note[Mind [this](y)]\nx\n:::", Note + "Mind <a href=\"y\">this</a></p><p>x</p></div>")]
    [InlineData(":::note{title=\"Mind\"}\nx\n:::", Note + "Mind</p><p>x</p></div>")]
    [InlineData("> :::note\n> x\n> :::\n> y", "<blockquote>" + Note + "Note</p><p>x</p></div><p>y</p></blockquote>")]
    [InlineData(":::note\n- a\n\n- b\n:::\nc", Note + "Note</p><ul><li><p>a</p></li><li><p>b</p></li></ul></div><p>c</p>")]
    [InlineData("::::note\n:::note\nx\n:::\ny\n::::", Note + "Note</p>" + Note + "Note</p><p>x</p></div><p>y</p></div>")]
    [InlineData(":::note\n:::note\nx\n:::\ny\n:::", Note + "Note</p>" + Note + "Note</p><p>x</p></div><p>y</p></div>")]
    [InlineData(":::note\n```\n:::\n```\n:::", Note + "Note</p><pre><code>:::</code></pre></div>")]
    [InlineData(":::note\nx", Note + "Note</p><p>x</p></div>")]
    [InlineData("::: details Sum *up* {open}\nx\n:::", "<details><summary>Sum <em>up</em> {open}</summary><p>x</p></details>")]
    [InlineData(":::details[Sum up]{open}\nx\n:::", "<details open><summary>Sum up</summary><p>x</p></details>")]
    [InlineData(":::steps[Do it]\nx\n:::", "<div class=\"directive directive-steps\"><p class=\"directive-title\">Do it</p><p>x</p></div>")]
    public void Directives_become_containers(string markdown, string html)
        => Assert.Equal(html, Icon().Replace(Extended.Html(markdown, SyntaxExtensions.Directives), "").Replace(">\n", ">", StringComparison.Ordinal).Replace("\n<", "<", StringComparison.Ordinal));

    [Theory]
    [InlineData(":::tip[A *b*]\n\nx\n\n- y\n\n:::")]
    [InlineData("::: warning\nx\n:::")]
    [InlineData(":::details A\nx\n:::")]
    [InlineData(":::steps\nx\n:::")]
    [InlineData("> [!CAUTION]\n> x\n>\n> y")]
    public void In_MDX_they_are_the_same(string text)
    {
        var (ofMarkdown, ofMdx) = Extended.Both(text, SyntaxExtensions.Directives | SyntaxExtensions.Alerts);

        Assert.Equal(ofMarkdown, ofMdx);
    }

    [Theory]
    [InlineData(":::image type=\"content\" source=\"a.png\":::")]
    [InlineData("::note\nx\n::")]
    [InlineData(":::")]
    [InlineData("a :::note")]
    public void What_is_no_directive_is_text(string markdown)
        => Assert.DoesNotContain("<div", Extended.Html(markdown, SyntaxExtensions.Directives), StringComparison.Ordinal);

    [Theory]
    [InlineData(":::a x", " ", ":")]
    [InlineData(":::a{", "title=\"x\" ", "")]
    [InlineData(":::a[", "[", "")]
    [InlineData(":::a[", "\\[", "")]
    public void Lines_made_to_be_slow_are_read_once(string begin, string piece, string end)
        => Assert.NotEmpty(Extended.Html(begin + string.Concat(Enumerable.Repeat(piece, 200_000)) + end, SyntaxExtensions.Directives));

    [Fact]
    public void A_mermaid_directive_is_code()
        => Assert.Equal(
            "<pre><code class=\"language-mermaid\">graph TD\n\n  A--&gt;B\n</code></pre>\n<p>x</p>\n",
            Extended.Html("::: mermaid\ngraph TD\n\n  A-->B\n:::\nx", SyntaxExtensions.Directives));

    [Fact]
    public void In_JavaScript_alerts_are_elements()
        => Assert.Contains("<_components.div className={\"markdown-alert markdown-alert-note\"}>", Extended.JavaScript("> [!NOTE]\n> x", SyntaxExtensions.Alerts), StringComparison.Ordinal);

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Icon();
}
