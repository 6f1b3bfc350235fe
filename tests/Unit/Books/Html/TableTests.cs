using FastMd.Engine.Books.Html;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;

namespace FastMd.Tests.Unit.Books.Html;

/// <summary>Tables are Markdown's where that can say as much, HTML where it cannot, and none where they only place things.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("<table><tr><th>A</th><th align=\"right\">B</th></tr><tr><td>1|2</td><td><b>3</b></td></tr></table>", "| A | B |\n| --- | --: |\n| 1\\|2 | **3** |\n")]
    [InlineData("<table><thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><td>1</td><td><p>2</p><p>3</p></td></tr></tbody></table>", "| A | B |\n| --- | --- |\n| 1 | 2<br>3 |\n")]
    [InlineData("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "| | |\n| --- | --- |\n| 1 | 2 |\n| 3 | |\n")]
    [InlineData("<table><caption>C</caption><tr><td>1</td><td>2</td></tr></table>", "C\n\n| | |\n| --- | --- |\n| 1 | 2 |\n")]
    public void Markdown_where_it_fits(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<table><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td><i>2</i></td></tr></table>", "<table>\n<tr><th colspan=\"2\">A</th></tr>\n<tr><td>1</td><td><em>2</em></td></tr>\n</table>\n")]
    [InlineData("<table><tr><td>1</td><td><ul><li>a</li><li>b</li></ul></td></tr></table>", "<table>\n<tr><td>1</td><td><ul><li>a</li><li>b</li></ul></td></tr>\n</table>\n")]
    [InlineData("<table><tr><td rowspan=\"2\">1</td><td><pre>a\n\nb</pre></td></tr><tr><td>c</td></tr></table>", "<table>\n<tr><td rowspan=\"2\">1</td><td><pre><code>a&#10;&#10;b</code></pre></td></tr>\n<tr><td>c</td></tr>\n</table>\n")]
    public void HTML_where_cells_span_or_hold_blocks(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Theory]
    [InlineData("<table role=\"presentation\"><tr><td>a</td><td>b</td></tr></table>", "a\n\nb\n")]
    [InlineData("<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>", "a\n\nb\n")]
    [InlineData("<table><tr><td><h2>a</h2></td><td>b</td></tr></table>", "## a\n\nb\n")]
    public void What_only_places_things_is_no_table(string html, string markdown) => Assert.Equal(markdown, Markdown(html));

    [Fact]
    public void Math_in_spanning_cells_stays_math()
        => Assert.Equal("| A | |\n| --- | --- |\n| $x^{2}$ | b |\n", Markdown("<table><tr><th colspan=\"2\">A</th></tr><tr><td><math><msup><mi>x</mi><mn>2</mn></msup></math></td><td>b</td></tr></table>"));

    [Fact]
    public void A_span_of_millions_takes_no_memory()
        => Assert.Contains("colspan=\"100\"", Markdown("<table><tr><td colspan=\"99999999\">a</td></tr><tr><td>b</td><td>c</td></tr></table>"), StringComparison.Ordinal);

    [Fact]
    public void One_row_of_thousands_of_cells_makes_no_table_of_millions()
        => Assert.True(Markdown($"<table><tr>{string.Concat(Enumerable.Repeat("<td>a</td>", 2000))}</tr>{string.Concat(Enumerable.Repeat("<tr><td>b</td><td>c</td></tr>", 2000))}</table>").Length < 100_000);

    private static string Markdown(string html)
    {
        var root = MarkupReader.ReadHtml(html);
        return MarkdownWriter.Write(new Fragment { Children = new MarkupConverter(new PlainContext()).Convert(MarkupSearch.First(root, "body")!) }).Text;
    }
}
