using FastMd.Engine.JavaScript;

namespace FastMd.Tests.Unit.JavaScript;

public class ExpressionScannerTests
{
    [Theory]
    [InlineData("a}")]
    [InlineData("'}'}")]
    [InlineData("\"\\\"}\"}")]
    [InlineData("{a: {b}}}")]
    [InlineData("`}${`}${a}`}`}")]
    [InlineData("/[}/]}/g}")]
    [InlineData("a / b}")]
    [InlineData("/* } */ a /* } */}")]
    [InlineData("a // }\n}")]
    [InlineData("<b c='}' d={e}>f &amp; {g}</b>}")]
    [InlineData("a\n\n+ b}")]
    public void The_brace_that_ends_an_expression_is_the_one_that_JavaScript_does_not_need(string text)
    {
        var scan = ExpressionScanner.Scan(text + " } more", 0, text.Length + 7);

        Assert.Equal((ScanStatus.Complete, text.Length - 1), (scan.Status, scan.End));
    }

    [Fact]
    public void The_code_is_what_stands_between_space_and_comments()
    {
        var scan = ExpressionScanner.Scan("{ /* a */ (b, c) // d\n}", 1, 23);

        Assert.Equal("(b, c)", scan.Code!.ToString());
    }

    [Theory]
    [InlineData("}")]
    [InlineData(" \t\n}")]
    [InlineData("/* a */ // b\n}")]
    public void Nothing_but_comments_is_an_empty_child(string text)
        => Assert.True(ExpressionScanner.Scan(text, 0, text.Length).IsEmpty);

    [Theory]
    [InlineData(BraceUse.AttributeValue)]
    [InlineData(BraceUse.Spread)]
    internal void An_attribute_cannot_be_empty(BraceUse use)
    {
        var error = ExpressionScanner.Scan("= /* a */ }", 1, 11, use).Error!;

        Assert.Equal((1, ScriptRules.EmptyExpression), (error.Offset, error.Rule));
    }

    [Fact]
    public void Of_a_spread_the_code_is_what_is_spread()
        => Assert.Equal("a.b(c)", ExpressionScanner.Scan(" ...a.b(c) }", 0, 12, BraceUse.Spread).Code!.ToString());

    [Theory]
    [InlineData("...a, ...b}", 6, ScriptRules.ExtraInSpread)]
    [InlineData("a: b}", 0, ScriptRules.NotASpread)]
    [InlineData("a}", 0, ScriptRules.NotASpread)]
    [InlineData("...}", 3, ScriptRules.Syntax)]
    public void A_spread_is_one_spread(string text, int offset, string rule)
    {
        var error = ExpressionScanner.Scan(text, 0, text.Length, BraceUse.Spread).Error!;

        Assert.Equal((offset, rule), (error.Offset, error.Rule));
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("{a", 2)]
    public void Without_a_closing_brace_the_end_is_where_it_is_missing(string text, int offset)
    {
        var scan = ExpressionScanner.Scan(text, 0, text.Length);

        Assert.Equal(ScanStatus.Incomplete, scan.Status);
        Assert.Equal((offset, ScriptRules.UnexpectedEnd), (scan.Error!.Offset, scan.Error.Rule));
    }

    [Fact]
    public void A_line_comment_hides_the_brace_on_its_line()
    {
        var error = ExpressionScanner.Scan("a // b}", 0, 7).Error!;

        Assert.Equal(1, error.Offset);
    }

    [Theory]
    [InlineData("1 + }", ScanStatus.Invalid)]
    [InlineData("[}", ScanStatus.Invalid)]
    [InlineData("f(a, {", ScanStatus.Incomplete)]
    [InlineData("`a}", ScanStatus.Incomplete)]
    [InlineData("<a>", ScanStatus.Incomplete)]
    internal void Only_what_more_text_could_mend_is_incomplete(string text, ScanStatus status)
        => Assert.Equal(status, ExpressionScanner.Scan(text, 0, text.Length).Status);

    [Fact]
    public void Nothing_past_the_limit_is_read()
        => Assert.Equal(ScanStatus.Incomplete, ExpressionScanner.Scan("a + b}", 0, 4).Status);

    [Theory]
    [InlineData("'a\\n\\u{62}'", "a\nb")]
    [InlineData("1.50", "1.5")]
    [InlineData("1_000", null)]
    [InlineData("1e400", null)]
    [InlineData("'a' + 'b'", null)]
    public void A_literal_is_known_as_one(string text, string? value)
        => Assert.Equal(value, Code(text).Literal);

    [Theory]
    [InlineData("await a", true)]
    [InlineData("<b>{await a}</b>", true)]
    [InlineData("async () => await a", false)]
    public void Awaiting_counts_where_no_function_is_around_it(string text, bool awaits)
        => Assert.Equal(awaits, Code(text).Awaits);

    [Fact]
    public void A_comma_expression_is_told_from_one_in_parentheses()
        => Assert.Equal((true, false), (Code("a, b").IsSequence, Code("(a, b)").IsSequence));

    [Fact]
    public void Imports_and_the_modules_address_are_found()
    {
        var code = Code("[import('a' + b), import.meta.url, import.meta.env]");

        Assert.Equal(["'a' + b"], code.ImportCalls.Select(span => code.Text[span.Start..span.End]));
        Assert.Equal(["import.meta.url"], code.MetaUrls.Select(span => code.Text[span.Start..span.End]));
    }

    private static CodeFragment Code(string text) => ExpressionScanner.Scan(text + "}", 0, text.Length + 1).Code!;
}
