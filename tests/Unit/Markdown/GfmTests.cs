using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>What GitHub Flavored Markdown means where its specification has no example.</summary>
public class GfmTests
{
    [Theory]
    [InlineData("a\n:-:\nb", "<th align=\"center\">a</th>")]
    [InlineData("text\n| a |\n|---|", "<p>text</p>\n<table>")]
    [InlineData("> | a |\n> |---|\n> | b |\nafter", "</table>\n</blockquote>\n<p>after</p>")]
    [InlineData("- | a |\n  |---|\n  | b |\n", "<li>\n<table>")]
    [InlineData("| a |\n|---|\n| b |\n# c", "</table>\n<h1 id=\"c\">c</h1>")]
    [InlineData("| a |\n|---|\n| b |\n- c", "</table>\n<ul>")]
    [InlineData("| a |\n|---|\nb\n\nc", "<td>b</td>\n</tr>\n</tbody>\n</table>\n<p>c</p>")]
    [InlineData("| a |\r\n|---|\r\n| b |\r\n", "<td>b</td>")]
    [InlineData("[a]: u\n| [a] |\n|---|", "<th><a href=\"u\">a</a></th>")]
    [InlineData("a\n:-:\n\u3000b\u3000", "<td align=\"center\">\u3000b\u3000</td>")]
    public void A_table_begins_with_its_delimiter_row_and_ends_where_another_block_begins(string markdown, string part)
        => Assert.Contains(part, Converting.Gfm(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\n---")]
    [InlineData("a | b\n- | -")]
    [InlineData("> a | b\n--- | ---")]
    [InlineData("| a |\n    |---|")]
    [InlineData("| a |\n|-a-|")]
    [InlineData("|\n|---|")]
    public void What_is_no_delimiter_row_makes_no_table(string markdown)
        => Assert.DoesNotContain("<table>", Converting.Gfm(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("- a [ ] b", "<li>a [ ] b</li>")]
    [InlineData("- [x]b", "<li>[x]b</li>")]
    [InlineData("[ ] a", "<p>[ ] a</p>")]
    [InlineData("- a\n\n  [ ] b", "<p>[ ] b</p>")]
    [InlineData("- [ ] ", "<li><input type=\"checkbox\" disabled=\"\" /> </li>")]
    [InlineData("- [x] \n~", "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> </li>\n</ul>\n<p>~</p>")]
    [InlineData("- [ ] \n  a", "<li><input type=\"checkbox\" disabled=\"\" /> a</li>")]
    [InlineData("- [ ]", "<li>[ ]</li>")]
    [InlineData("- - [ ] ", "<li>[ ]</li>")]
    [InlineData("-\n  [ ] a", "<li>[ ] a</li>")]
    [InlineData("- [x] \u3000a", "disabled=\"\" /> \u3000a</li>")]
    [InlineData("1. [X] a", "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>")]
    [InlineData("- [ ] a\n\n- b", "<p><input type=\"checkbox\" disabled=\"\" /> a</p>")]
    public void A_task_marker_counts_at_the_start_of_a_list_item_only(string markdown, string part)
        => Assert.Contains(part, Converting.Gfm(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("see http://a.b/c_d_e.", "see <a href=\"http://a.b/c_d_e\">http://a.b/c_d_e</a>.")]
    [InlineData("HTTPS://A.B", "<a href=\"HTTPS://A.B\">HTTPS://A.B</a>")]
    [InlineData("xhttp://a.b", "xhttp://a.b")]
    [InlineData("[a][none] http://a.b", "[a][none] <a href=\"http://a.b\">http://a.b</a>")]
    [InlineData("[a [b][none] c](d)", "<a href=\"d\">a [b][none] c</a>")]
    [InlineData("[a http://a.b](c)", "<a href=\"c\">a http://a.b</a>")]
    [InlineData("<a href=\"c\">http://a.b x@y.zz</a> www.d.e", "<a href=\"c\">http://a.b x@y.zz</a> <a href=\"http://www.d.e\">www.d.e</a>")]
    [InlineData("`http://a.b`", "<code>http://a.b</code>")]
    [InlineData("xwww.a.b", "xwww.a.b")]
    [InlineData("mailto:a@b.cd", "<a href=\"mailto:a@b.cd\">mailto:a@b.cd</a>")]
    [InlineData("a@b.cd, e@f.gh", "<a href=\"mailto:a@b.cd\">a@b.cd</a>, <a href=\"mailto:e@f.gh\">e@f.gh</a>")]
    [InlineData("a\\@b.cd", "<a href=\"mailto:a@b.cd\">a@b.cd</a>")]
    [InlineData("a&#64;b.cd", "<a href=\"mailto:a@b.cd\">a@b.cd</a>")]
    [InlineData("_mailto:a@b.cd", "<a href=\"_mailto:a@b.cd\">_mailto:a@b.cd</a>")]
    [InlineData("www. a", "<a href=\"http://www\">www</a>. a")]
    [InlineData("\u3000www.a.b", "\u3000www.a.b")]
    [InlineData("_a@b.cd", "<a href=\"mailto:_a@b.cd\">_a@b.cd</a>")]
    [InlineData("*a@b.cd*", "<em><a href=\"mailto:a@b.cd\">a@b.cd</a></em>")]
    public void Addresses_are_linked_where_no_link_is_yet(string markdown, string html)
        => Assert.Equal($"<p>{html}</p>\n", Converting.Gfm(markdown));

    [Theory]
    [InlineData("> [!NOTE]\n> a", "<div class=\"markdown-alert markdown-alert-note\">")]
    [InlineData("> [!warning]\n> a", "<div class=\"markdown-alert markdown-alert-warning\">")]
    [InlineData("> [!INCLUDE]\n> a", "<blockquote>\n<p>[!INCLUDE]\na</p>\n</blockquote>")]
    [InlineData("> a\n> [!NOTE]", "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>")]
    public void The_five_alerts_of_GitHub_are_alerts_and_nothing_else_is(string markdown, string part)
        => Assert.Contains(part, Converting.Gfm(markdown), StringComparison.Ordinal);

    [Fact]
    public void Footnotes_come_in_the_order_of_their_first_references_with_a_way_back_to_each()
        => Assert.Equal(
            """
            <p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> b<sup class="footnote-ref"><a href="#fn2" id="fnref2">2</a></sup> c<sup class="footnote-ref"><a href="#fn1" id="fnref1-2">1</a></sup></p>
            <section class="footnotes">
            <ol>
            <li id="fn1">
            <p>first <a href="#fnref1" class="footnote-backref">↩</a> <a href="#fnref1-2" class="footnote-backref">↩<sup class="footnote-ref">2</sup></a></p>
            </li>
            <li id="fn2">
            <p>second <a href="#fnref2" class="footnote-backref">↩</a></p>
            </li>
            </ol>
            </section>

            """,
            Converting.Gfm("a[^x] b[^y] c[^x]\n\n[^unused]: u\n\n[^y]: second\n\n[^x]: first\n"));

    [Fact]
    public void Footnotes_nobody_refers_to_leave_no_trace()
        => Assert.Equal("<p>a</p>\n", Converting.Gfm("a\n\n[^x]: b\n"));

    [Fact]
    public void A_tag_alone_on_its_line_begins_a_block_where_the_list_before_it_has_ended()
        => Assert.Equal("<ul>\n<li>a</li>\n</ul>\n</Steps>\n", Converting.Gfm("- a\n</Steps>\n"));

    [Fact]
    public void CommonMark_has_none_of_this()
        => Assert.Equal(
            "<p>| a | ~b~ [^1]\n| - | http://a.b c@d.ef</p>\n<ul>\n<li>[ ] g\n&lt;/Steps</li>\n</ul>\n",
            Converting.CommonMark("| a | ~b~ [^1]\n| - | http://a.b c@d.ef\n- [ ] g\n</Steps"));
}
