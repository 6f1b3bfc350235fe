using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Safety;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Safety;

/// <summary>What <c>sanitize</c> lets through.</summary>
public class SanitizedDocumentTests
{
    [Theory]
    [InlineData("a <b>*c*</b>", "<p>a <b><em>c</em></b></p>\n")]
    [InlineData("<details open>\n<summary>a</summary>\n\n**b**\n\n</details>", "<details open=\"\">\n<summary>a</summary>\n<p><strong>b</strong></p>\n</details>\n")]
    [InlineData("<p align=center><img src=a.png width=10 alt='\"'></p>", "<p align=\"center\"><img src=\"a.png\" width=\"10\" alt=\"&quot;\" /></p>\n")]
    [InlineData("<picture><source media=\"(x)\" srcset=\"a.png 2x\"><img src=b.png></picture>", "<p><picture><source media=\"(x)\" srcset=\"a.png 2x\" /><img src=\"b.png\" /></picture></p>\n")]
    [InlineData("a <kbd>c</kbd><br>d", "<p>a <kbd>c</kbd><br />d</p>\n")]
    [InlineData("<a href=\"https://a/?b&amp;c\">d</a>", "<p><a href=\"https://a/?b&amp;c\">d</a></p>\n")]
    [InlineData("a &lt;script&gt; <b>&amp;lt;</b>", "<p>a &lt;script&gt; <b>&amp;lt;</b></p>\n")]
    public void What_GitHub_lets_through_stays(string markdown, string html) => Assert.Equal(html, Sanitized(markdown));

    [Theory]
    [InlineData("a <b onclick=c style=d class=e data-f=g>h</b>", "<p>a <b>h</b></p>\n")]
    [InlineData("<script>\na\n</script>\n\nb", "\n<p>b</p>\n")]
    [InlineData("a <script>b</script> c", "<p>a  c</p>\n")]
    [InlineData("a <iframe src=b>c</iframe> d", "<p>a  d</p>\n")]
    [InlineData("a <font color=red>b</font> <x>c</x>", "<p>a b c</p>\n")]
    [InlineData("a <!-- b --> c", "<p>a  c</p>\n")]
    [InlineData("<svg><text>a</text></svg>", "<p><svg></svg>a</p>\n")]
    [InlineData("a <img srcset=\"b.png, javascript:c 2x\">", "<p>a <img srcset=\"\" /></p>\n")]
    [InlineData("a <input type=checkbox> <input type=text disabled> <input type=checkbox disabled name=b>", "<p>a   <input type=\"checkbox\" disabled=\"\" /></p>\n")]
    public void What_it_does_not_goes_and_its_text_stays(string markdown, string html) => Assert.Equal(html, Sanitized(markdown));

    [Theory]
    [InlineData("<div>\n\na", "<div>\n<p>a</p>\n</div>")]
    [InlineData("</div></main>\n\na", "\n<p>a</p>\n")]
    [InlineData("a <b><i>c</b></i>", "<p>a <b><i>c</i></b></p>\n")]
    [InlineData("<li>a</li>", "a\n")]
    [InlineData("<tr><td>a</td></tr>", "a\n")]
    [InlineData("<table><tr><td>a</table>", "<table><tr><td>a</table>\n")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</ul>\n")]
    public void Nothing_ends_what_it_did_not_begin_and_all_is_ended(string markdown, string html) => Assert.Equal(html, Sanitized(markdown));

    [Fact]
    public void What_FastMd_writes_itself_is_written_anew_byte_for_byte()
        => Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText),
            text =>
            {
                var (html, document) = Converted.Markdown(text, RawHtmlHandling.Escape);
                using var output = new StringWriter();

                HtmlSanitizer.Write(html, new(document.Headings, document.Anchors), output);

                Assert.Equal(html, output.ToString());
            });

    [Theory]
    [InlineData("# A b\n\n## C\n\n```c# x\nd\n```\n\n1. e\n\n   f\n\n3) g\n\n---\n\n![h](i 'j')  \nk")]
    [InlineData("- [x] a\n- [ ] b\n\n| c | d | e |\n|:--|:-:|--:|\n| *f* | ~~g~~ | h |")]
    [InlineData("> [!NOTE]\n> a\n\n> [!TIP]\n> a\n\n> [!IMPORTANT]\n> a\n\n> [!WARNING]\n> a\n\n> [!CAUTION]\n> a")]
    [InlineData("a[^1] b[^1] c[^d]\n\n[^1]: e\n[^d]: f\n\n    g")]
    [InlineData("www.a.b c@d.e https://f?g&h [i](j \"k 'l'\")")]
    public void What_FastMd_writes_itself_stays_beside_HTML(string markdown)
    {
        var without = Converted.Markdown(markdown, RawHtmlHandling.Allow).Html;

        Assert.Equal("<p><b></b></p>\n" + without, Sanitized("<b></b>\n\n" + markdown));
    }

    [Theory]
    [InlineData("- [x] a\n\n| c | d |\n|:--|:-:|\n| e | f |\n\na[^1] b[^1]\n\n[^1]: c\n\n# D\n\n```e\nf\n```")]
    public void What_FastMd_writes_itself_stays_beside_tags_in_MDX(string mdx)
        => Assert.Equal(
            Converted.Mdx(mdx + "\n\n<b>a</b>", RawHtmlHandling.Allow).Html,
            Converted.Mdx(mdx + "\n\n<b>a</b>", RawHtmlHandling.Sanitize).Html);

    [Fact]
    public void Components_of_MDX_go_and_what_is_in_them_stays()
        => Assert.Equal(
            "<b>a</b>\n", Converted.Mdx("<Card onclick=\"b\"><b onclick=\"c\">a</b></Card>", RawHtmlHandling.Sanitize).Html);

    [Fact]
    public void Ids_of_authors_get_a_prefix_and_links_in_the_document_follow()
    {
        var (html, document) = Converted.Markdown("[a](#x) [b](#h)\n\n# H\n\n<a id=x name=cookie></a>\n\n[c](#x)", RawHtmlHandling.Sanitize);

        Assert.Equal(
            "<p><a href=\"#user-content-x\">a</a> <a href=\"#h\">b</a></p>\n<h1 id=\"h\">H</h1>\n"
            + "<p><a id=\"user-content-x\" name=\"user-content-cookie\"></a></p>\n<p><a href=\"#user-content-x\">c</a></p>\n",
            html);
        Assert.Equal(["h", "user-content-x", "user-content-cookie", "x"], document.Anchors);
    }

    [Fact]
    public void An_address_that_GitHub_does_not_let_through_is_told_with_its_place()
    {
        var (html, document) = Converted.Markdown("a\n\nb <a href=\"javascript:c\">d</a> [e](ftp://f)", RawHtmlHandling.Sanitize);

        Assert.Equal("<p>a</p>\n<p>b <a href=\"\">d</a> <a href=\"\">e</a></p>\n", html);
        Assert.Equal([(DiagnosticCodes.AddressDropped, 3, 3), (DiagnosticCodes.AddressDropped, 3, 32)], document.Diagnostics.Select(warning => (warning.Code, warning.Line, warning.Column)));
    }

    [Fact]
    public void Nesting_costs_no_stack()
    {
        var html = string.Concat(Enumerable.Repeat("<b>", 200_000)) + string.Concat(Enumerable.Repeat("</i></b>", 200_000));
        using var output = new StringWriter();

        HtmlSanitizer.Write(html, new([], []), output);

        Assert.Equal(html.Replace("</i>", "", StringComparison.Ordinal), output.ToString());
    }

    private static string Sanitized(string markdown, RawHtmlHandling rawHtml = RawHtmlHandling.Sanitize) => Converted.Markdown(markdown, rawHtml).Html;
}
