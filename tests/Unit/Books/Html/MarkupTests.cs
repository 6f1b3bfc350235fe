using FastMd.Engine.Books.Html;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;

namespace FastMd.Tests.Unit.Books.Html;

/// <summary>HTML becomes the Markdown that a person would write for it.</summary>
public sealed class MarkupTests
{
    [Theory]
    [InlineData("<p>One\n  two</p><p>three</p>", "One two\n\nthree\n")]
    [InlineData("<p>a<i> b </i>c</p>", "a *b* c\n")]
    [InlineData("<p><b>a</b><b>b</b> <i><em>c</em></i></p>", "**ab** *c*\n")]
    [InlineData("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**\n")]
    [InlineData("<p>a<s>b</s><del>c</del></p>", "a~~bc~~\n")]
    [InlineData("<p>H<sub>2</sub>O x<sup>2</sup></p>", "H<sub>2</sub>O x<sup>2</sup>\n")]
    [InlineData("<p>one<br/>two<br/>\n</p>", "one\\\ntwo\n")]
    [InlineData("<p>one<br/><br/>two</p>", "one\n\ntwo\n")]
    [InlineData("<p>&#160;</p><p>a&#160;b</p>", "a b\n")]
    [InlineData("<p>soft&#173;ly</p>", "softly\n")]
    [InlineData("<p>He said <q>no</q>.</p>", "He said “no”.\n")]
    [InlineData("<hr/>", "***\n")]
    [InlineData("<div>a<p>b</p>c</div>", "a\n\nb\n\nc\n")]
    [InlineData("<span>a</span><div>b</div>", "a\n\nb\n")]
    [InlineData("<script>x</script><style>y</style><p>a</p>", "a\n")]
    [InlineData("<p>a *b* _c_ `d` [e] &lt;f&gt; # &amp;amp;</p>", "a \\*b\\* \\_c\\_ \\`d\\` [e] \\<f> # \\&amp;\n")]
    [InlineData("<p>1. one</p><p>12) two</p><p>- three</p><p># four</p><p>+ five</p>", "1\\. one\n\n12\\) two\n\n\\- three\n\n\\# four\n\n\\+ five\n")]
    [InlineData("<p>$5 and $6</p><p>$7</p>", "\\$5 and \\$6\n\n$7\n")]
    public void Text_and_paragraphs(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<h1>A <b>b</b></h1><h2>C<br/>D</h2>", "# A **b**\n\n## C D\n")]
    [InlineData("<h3><b>All</b></h3><h6>Six</h6>", "### All\n\n###### Six\n")]
    [InlineData("<h2></h2><h2> </h2><p>a</p>", "a\n")]
    [InlineData("<h1><p>a</p><p>b</p></h1>", "# a b\n")]
    public void Headings(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c\n")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n")]
    [InlineData("<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b\n")]
    [InlineData("<ol><li>a</li><li value=\"7\">b</li><li>c</li></ol>", "1. a\n\n7) b\n8) c\n")]
    [InlineData("<ol reversed=\"\"><li>a</li><li>b</li></ol>", "2. a\n\n1) b\n")]
    [InlineData("<ol type=\"a\"><li>x</li><li>y</li></ol>", "- a. x\n- b. y\n")]
    [InlineData("<ol type=\"I\" start=\"4\"><li>x</li></ol>", "- IV. x\n")]
    [InlineData("<ol style=\"list-style-type: none\"><li>1. x</li></ol>", "- 1\\. x\n")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c\n")]
    [InlineData("<ul> text <li>a</li></ul>", "text\n\n- a\n")]
    [InlineData("<dl><dt>T</dt><dd>D</dd><dt>U</dt><dt>V</dt><dd><p>E</p><p>F</p></dd></dl>", "- **T**: D\n\n- **U**\\\n  **V**: E\n\n  F\n")]
    public void Lists(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<pre><code class=\"language-js\">a\n  b</code></pre>", "```js\na\n  b\n```\n")]
    [InlineData("<pre>a<br/>b<span>c</span>&lt;d></pre>", "```\na\nbc<d>\n```\n")]
    [InlineData("<p><code>a  `b</code> <tt>c</tt></p>", "``a `b`` `c`\n")]
    [InlineData("<p>x <code>a<b>b</b>c</code></p>", "x `a`**`b`**`c`\n")]
    [InlineData("<p><code><a href=\"http://x.org\">f</a>()</code></p>", "[`f`](http://x.org)`()`\n")]
    public void Code(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", "> a\n>\n> > b\n")]
    [InlineData("<aside><h2>N</h2><p>a</p></aside>", "> ## N\n>\n> a\n")]
    [InlineData("<figure><img src=\"a.png\" alt=\"A\"/><figcaption>C</figcaption></figure>", "![A](a.png)\n\nC\n")]
    [InlineData("<details><summary>S</summary><p>a</p></details>", "- **S**\n\n  a\n")]
    [InlineData("<div class=\"stanza\"><div>a</div><div>b</div></div><div class=\"stanza\"><div>c</div></div>", "a\\\nb\n\nc\n")]
    public void Blocks(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<a href=\"http://x.org/a b\">t</a>", "[t](<http://x.org/a b>)\n")]
    [InlineData("<a href=\"http://x.org\"><h2>t</h2></a>", "## [t](http://x.org)\n")]
    [InlineData("<a href=\"http://x.org\"><p>a</p><p>b</p></a>", "[a](http://x.org)\n\n[b](http://x.org)\n")]
    [InlineData("<a href=\"http://x.org\"><img src=\"a.png\" alt=\"A\"/></a>", "[![A](a.png)](http://x.org)\n")]
    [InlineData("<a href=\"missing\">t</a>", "t\n")]
    [InlineData("<img src=\"missing\" alt=\"A\"/>", "A\n")]
    [InlineData("<p>a <audio src=\"a.mp3\" title=\"Song\">no</audio></p>", "a [Song](a.mp3)\n")]
    [InlineData("<video poster=\"p.png\"><source src=\"v.mp4\"/></video>", "![](p.png) [v.mp4](v.mp4)\n")]
    [InlineData("<object data=\"a.svg\" type=\"image/svg+xml\">Fallback</object>", "![Fallback](a.svg)\n")]
    [InlineData("<object data=\"a.x\" type=\"x/y\"><p>Fallback</p></object>", "Fallback\n")]
    [InlineData("<svg><title>T</title><image xlink:href=\"a.png\"/><text>w</text></svg>", "![T](a.png)\\\nw\n")]
    [InlineData("<form><label>Name</label> <input type=\"text\" value=\"V\"/><select><option>A</option><option>B</option></select><button>Go</button></form>", "Name V\\\nA\\\nB\\\nGo\n")]
    [InlineData("<epub:switch><epub:case><p>case</p></epub:case><epub:default><p>default</p></epub:default></epub:switch>", "default\n")]
    public void Links_and_media(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", "漢字(かんじ)\n")]
    [InlineData("<ruby><rb>東</rb><rp>（</rp><rt>とう</rt><rp>）</rp></ruby>京", "東(とう)京\n")]
    [InlineData("<math alttext=\"x^2\"><mi>x</mi></math>", "$x^2$\n")]
    [InlineData("<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">\\alpha_1</annotation></semantics></math>", "$\\alpha_1$\n")]
    [InlineData("<m:math><m:mfrac><m:mi>a</m:mi><m:msup><m:mi>b</m:mi><m:mn>2</m:mn></m:msup></m:mfrac></m:math>", "$\\frac{a}{b^{2}}$\n")]
    [InlineData("<math display=\"block\"><msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt></math>", "$$\n\\sqrt{a+1}\n$$\n")]
    public void Ruby_and_math(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<p>a<span epub:type=\"pagebreak\" id=\"p12\" title=\"12\"/>b</p>", "a<!-- page 12 -->b\n")]
    [InlineData("<div role=\"doc-pagebreak\" aria-label=\"7\"/><p>*a*</p>", "<!-- page 7 -->\n\n\\*a\\*\n")]
    [InlineData("<p><span epub:type=\"pagebreak\">3</span>a <i>b</i></p>", "<!-- page 3 -->\n\na *b*\n")]
    [InlineData("<p>a<br/><span epub:type=\"pagebreak\" title=\"9\"/>b</p>", "a<!-- page 9 -->\\\nb\n")]
    public void Page_breaks_are_comments(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<p><span class=\"it\">a</span> <span class=\"bd\">b</span> <span class=\"ln\">c</span><span class=\"ln\">d</span></p>", "*a* **b**\\\nc\\\nd\n")]
    [InlineData("<p><span style=\"font-style:italic\">a</span></p>", "*a*\n")]
    [InlineData("<p>line,<span style=\"float: right\">10</span></p>", "line, 10\n")]
    [InlineData("<p class=\"no\">a</p>", "a\n")]
    public void Classes_and_styles_are_marks_where_there_are_some(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    private static string Markdown(string html)
    {
        var root = MarkupReader.ReadXml($"<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' xmlns:m='http://www.w3.org/1998/Math/MathML' xmlns:xlink='http://www.w3.org/1999/xlink'><body>{html}</body></html>");
        var converter = new MarkupConverter(new PlainContext());
        return MarkdownWriter.Write(new Fragment { Children = converter.Convert(MarkupSearch.First(root, "body")!) }).Text;
    }
}
