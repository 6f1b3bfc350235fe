using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Tests.Unit.Pages;

namespace FastMd.Tests.Unit.Safety;

/// <summary>Front matter is its author's, too.</summary>
public class FrontMatterInPagesTests
{
    [Theory]
    [InlineData(RawHtmlHandling.Allow, "<b onclick=x>c</b><script>d</script>")]
    [InlineData(RawHtmlHandling.Escape, "&lt;b onclick=x&gt;c&lt;/b&gt;&lt;script&gt;d&lt;/script&gt;")]
    [InlineData(RawHtmlHandling.Sanitize, "<b>c</b>")]
    public void HTML_in_front_matter_is_handled_as_HTML_in_the_document(RawHtmlHandling rawHtml, string expected)
        => Assert.Equal(expected, Render("{{{a}}}", "<b onclick=x>c</b><script>d</script>", rawHtml).Html);

    [Theory]
    [InlineData("<a href=\"{{a}}\">", "<a href=\"\">")]
    [InlineData("<a href = ' {{a}}'>", "<a href = ' '>")]
    [InlineData("<a href={{a}}>", "<a href=>")]
    [InlineData("<a href=\"{{{a}}}\">", "<a href=\"\">")]
    [InlineData("<p>{{title}}</p><a href=\"{{a}}\">", "<p>name</p><a href=\"\">")]
    [InlineData("{{#a}}<form action=\"{{.}}\">{{/a}}", "<form action=\"\">")]
    [InlineData("<img SRC=\"{{a}}\">", "<img SRC=\"\">")]
    [InlineData("<a href=\"{{root}}{{a}}\">", "<a href=\"\">")]
    [InlineData("<a class=\"b\" href= {{a}}>", "<a class=\"b\" href= >")]
    [InlineData("<a href=\"{{#b}}c/{{/b}}{{a}}\">", "<a href=\"\">")]
    public void An_address_that_executes_is_dropped_where_it_would_be_one(string template, string expected)
        => Assert.All([RawHtmlHandling.Escape, RawHtmlHandling.Sanitize], rawHtml =>
        {
            var (html, diagnostics) = Render(template, "java\tscript:b", rawHtml);

            Assert.Equal(expected, html);
            Assert.Equal(DiagnosticCodes.AddressDropped, Assert.Single(diagnostics).Code);
        });

    [Fact]
    public void An_address_that_executes_only_once_it_is_put_together_is_dropped_too()
    {
        var (html, diagnostics) = Render("<a href=\"{{a}}{{#c}}{{/c}}{{title}}\">", "java\n", RawHtmlHandling.Escape, title: "script:b");

        Assert.Equal("<a href=\"java\n\">", html);
        Assert.Single(diagnostics);
    }

    [Fact]
    public void HTML_in_an_address_is_text()
        => Assert.Equal("<a href=\"javascript&amp;colon;b\">", Render("<a href=\"{{{a}}}\">", "javascript&colon;b", RawHtmlHandling.Sanitize).Html);

    [Theory]
    [InlineData("<p title=\"{{a}}\">", "<p title=\"javascript:b\">", RawHtmlHandling.Sanitize)]
    [InlineData("{{a}}", "javascript:b", RawHtmlHandling.Sanitize)]
    [InlineData("<a href=\"c/{{a}}\">", "<a href=\"c/javascript:b\">", RawHtmlHandling.Sanitize)]
    [InlineData("<a href=c {{a}}>", "<a href=c javascript:b>", RawHtmlHandling.Sanitize)]
    [InlineData("<a href=\"x\">{{a}}", "<a href=\"x\">javascript:b", RawHtmlHandling.Escape)]
    [InlineData("<a href=\"{{a}}\">", "<a href=\"javascript:b\">", RawHtmlHandling.Allow)]
    public void Elsewhere_it_is_text(string template, string expected, RawHtmlHandling rawHtml)
    {
        var (html, diagnostics) = Render(template, "javascript:b", rawHtml);

        Assert.Equal(expected, html);
        Assert.Empty(diagnostics);
    }

    private static (string Html, IReadOnlyCollection<Diagnostic> Diagnostics) Render(string template, string value, RawHtmlHandling rawHtml, string? title = null)
    {
        using var output = new Utf8TextWriter();
        var page = SamplePage.Of("", new Dictionary<string, object?> { ["a"] = value }, title: title);
        var diagnostics = PageTemplate.Parse(template + "{{content}}", "t.html").Render(page, output, rawHtml);
        return (output.ToString(), diagnostics);
    }
}
