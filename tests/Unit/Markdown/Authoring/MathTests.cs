using System.Diagnostics;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Authoring;

public class MathTests
{
    [Theory]
    [InlineData("$x_1*y*z_2$", @"\(x_1*y*z_2\)")]
    [InlineData(@"$a \\ b$", @"\(a \\ b\)")]
    [InlineData(@"$\{a\}$", @"\(\{a\}\)")]
    [InlineData(@"$a \$ b$", @"\(a \$ b\)")]
    [InlineData("$a<b$", @"\(a&lt;b\)")]
    [InlineData("$a\nb$", "\\(a\nb\\)")]
    [InlineData("$`a$b\\`$", "\\(a$b\\\\)")]
    [InlineData("($x$), \"$x$\".", @"(<span class=""math math-inline"">\(x\)</span>), &quot;")]
    public void Math_in_text_is_verbatim(string markdown, string html)
    {
        var (ofMarkdown, ofMdx) = Extended.Both(markdown, SyntaxExtensions.Math);

        Assert.Contains(html, ofMarkdown, StringComparison.Ordinal);
        Assert.Equal(ofMarkdown, ofMdx);
    }

    [Theory]
    [InlineData("$5 and $6")]
    [InlineData("from $5-$6")]
    [InlineData("a $ b $ c")]
    [InlineData("a$x$")]
    [InlineData("1$x$")]
    [InlineData("the $n$th")]
    [InlineData(@"\$x$")]
    [InlineData("$$$x$$$")]
    [InlineData("price: $, $$ and $$$")]
    [InlineData("$x `a$`")]
    [InlineData("$x")]
    [InlineData("$$x")]
    [InlineData("$` `$")]
    public void Dollar_signs_that_open_no_math_are_text(string markdown)
        => Assert.DoesNotContain("math", Extended.Html(markdown, SyntaxExtensions.Math), StringComparison.Ordinal);

    [Fact]
    public void A_price_does_not_keep_math_after_it_from_being_math()
        => Assert.Equal("<p>$5, $6 and <span class=\"math math-inline\">\\(x\\)</span></p>\n", Extended.Html("$5, $6 and $x$", SyntaxExtensions.Math));

    [Theory]
    [InlineData("a $$x$$ b", "a <span class=\"math math-display\">\\[x\\]</span> b")]
    [InlineData("$$\nx\n$$", "<div class=\"math math-display\">\\[\nx\n\\]</div>")]
    [InlineData("$$ x $$", "<div class=\"math math-display\">\\[\nx\n\\]</div>")]
    [InlineData("a\n$$x\ny$$\nb", "<p>a</p><div class=\"math math-display\">\\[\nx\ny\n\\]</div><p>b</p>")]
    [InlineData("$$\na\n- b\n=\n# c\n> d\n\n\\\\\n$$", "\\[\na\n- b\n=\n# c\n&gt; d\n\n\\\\\n\\]")]
    [InlineData("```math\n\\frac{a}{b} < c\n```", "<div class=\"math math-display\">\\[\n\\frac{a}{b} &lt; c\n\\]</div>")]
    [InlineData("> $$\n> x\n> $$", "<blockquote><div class=\"math math-display\">\\[\nx\n\\]</div></blockquote>")]
    [InlineData("- $$\n  x\n  $$\n- b", "<li><div class=\"math math-display\">\\[\nx\n\\]</div></li><li>b</li>")]
    public void Display_math_is_verbatim(string markdown, string html)
    {
        var (ofMarkdown, ofMdx) = Extended.Both(markdown, SyntaxExtensions.Math);

        Assert.Contains(html, ofMarkdown, StringComparison.Ordinal);
        Assert.Equal(ofMarkdown, ofMdx);
    }

    [Theory]
    [InlineData("$$\n\n# a")]
    [InlineData("$$ a\n\nb $$")]
    [InlineData("$$ a $$ b $$")]
    public void What_has_no_end_is_no_block_of_math(string markdown)
        => Assert.DoesNotContain("<div", Extended.Html(markdown, SyntaxExtensions.Math), StringComparison.Ordinal);

    [Fact]
    public void Without_the_extension_dollar_signs_are_text()
        => Assert.Equal("<p>$<em>x</em>$</p>\n", Extended.Html("$*x*$", SyntaxExtensions.None));

    [Fact]
    public void In_a_heading_math_makes_no_id_odd()
        => Assert.StartsWith("<h1 id=\"the-x-rule\">", Extended.Html("# The $x$ rule", SyntaxExtensions.Math), StringComparison.Ordinal);

    [Fact]
    public void In_JavaScript_it_is_an_element()
        => Assert.Contains("<_components.span className={\"math math-inline\"}>{\"\\\\(\\\\{a\\\\}\\\\)\"}</_components.span>", Extended.JavaScript(@"a $\{a\}$", SyntaxExtensions.Math), StringComparison.Ordinal);

    [Theory]
    [InlineData("$x ")]
    [InlineData("$$x ")]
    [InlineData("$`x ")]
    [InlineData("$$\n\n")]
    [InlineData("$$ a\n")]
    public void Time_grows_with_the_dollar_signs_that_open_nothing_and_not_with_their_square(string piece)
    {
        Measure(1_000);
        var few = Measure(10_000);
        var many = Measure(40_000);

        Assert.True(many < few * 12, $"{few} ms, {many} ms");

        double Measure(int count)
        {
            var text = string.Concat(Enumerable.Repeat(piece, count));
            var started = Stopwatch.GetTimestamp();
            Extended.Html(text, SyntaxExtensions.Math);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds + 20;
        }
    }
}
