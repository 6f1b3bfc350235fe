using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Safety;

/// <summary>What <c>escape</c> makes of addresses, and of tags in MDX.</summary>
public class EscapedDocumentTests
{
    [Theory]
    [InlineData("[a](javascript:b)", "<p><a href=\"\">a</a></p>\n")]
    [InlineData("![a](data:text/html,b)", "<p><img src=\"\" alt=\"a\" /></p>\n")]
    [InlineData("<javascript:b>", "<p><a href=\"\">javascript:b</a></p>\n")]
    [InlineData("[a]\n\n[a]: javascript&colon;b 't'", "<p><a href=\"\" title=\"t\">a</a></p>\n")]
    [InlineData("![a](data:image/png;base64,b)", "<p><img src=\"data:image/png;base64,b\" alt=\"a\" /></p>\n")]
    public void The_text_of_a_link_that_executes_stays_and_its_address_goes(string markdown, string html)
        => Assert.Equal(html, Converted.Markdown(markdown, RawHtmlHandling.Escape).Html);

    [Fact]
    public void A_warning_says_where_an_address_was_dropped()
    {
        var warning = Assert.Single(Converted.Markdown("a\n\n- b [c](javascript:d)", RawHtmlHandling.Escape).Document.Diagnostics);

        Assert.Equal((DiagnosticCodes.AddressDropped, DiagnosticSeverity.Warning, 3, 5), (warning.Code, warning.Severity, warning.Line, warning.Column));
        Assert.Contains("'javascript:d' was dropped", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_shows_the_beginning_of_a_long_address()
    {
        var warning = Assert.Single(Converted.Markdown($"[c](javascript:{new string('d', 1000)})", RawHtmlHandling.Escape).Document.Diagnostics);

        Assert.InRange(warning.Message.Length, 1, 300);
    }

    [Fact]
    public void An_address_that_executes_stays_where_HTML_is_let_through()
    {
        var (html, document) = Converted.Markdown("[a](javascript:b)", RawHtmlHandling.Allow);

        Assert.Contains("href=\"javascript:b\"", html, StringComparison.Ordinal);
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("<script>b</script>", "&lt;script&gt;b&lt;/script&gt;\n")]
    [InlineData("a <b onClick=\"c\">*d*</b>", "<p>a &lt;b onClick=&quot;c&quot;&gt;<em>d</em>&lt;/b&gt;</p>\n")]
    [InlineData("a <br/>", "<p>a &lt;br/&gt;</p>\n")]
    [InlineData("<x-y/>", "&lt;x-y/&gt;\n")]
    [InlineData("<>a</>", "a\n")]
    public void Tags_of_HTML_in_MDX_become_text(string mdx, string html)
        => Assert.Equal(html, Converted.Mdx(mdx, RawHtmlHandling.Escape).Html);

    [Fact]
    public void Components_in_MDX_stay_without_what_executes()
    {
        var (html, document) = Converted.Mdx("<Card title=\"a\" onclick=\"b\">c</Card>", RawHtmlHandling.Escape);

        Assert.Equal("<mdx-card title=\"a\">c</mdx-card>\n", html);
        Assert.Equal(DiagnosticCodes.MdxExpressionLeftOut, Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void The_address_of_a_link_in_MDX_goes_with_a_warning()
    {
        var (html, document) = Converted.Mdx("a [b](javascript:c)", RawHtmlHandling.Escape);

        Assert.Equal("<p>a <a href=\"\">b</a></p>\n", html);
        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal((DiagnosticCodes.AddressDropped, 1, 3), (warning.Code, warning.Line, warning.Column));
    }
}
