using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Tests.Unit.JavaScript.Tokens;

public class TokenizerTests
{
    [Theory]
    [InlineData("a?.b ?.5:c", "Name OptionalDot Name Question Number Colon Name")]
    [InlineData("a>>>=b**c??d", "Name CompoundAssign Name StarStar Name Coalesce Name")]
    [InlineData("let in of async", "Name In Name Name")]
    [InlineData("#a /* b */ ...c // d", "PrivateName Ellipsis Name")]
    [InlineData("0x1F 1_0.5e-3 10n .5", "Number Number Number Number")]
    [InlineData("a / b", "Name Slash Name")]
    public void Text_is_taken_apart_into_tokens(string text, string kinds)
        => Assert.Equal(kinds, string.Join(' ', KindsOf(new(text, 0, text.Length))));

    [Theory]
    [InlineData(@"""a\x62\u0063\u{64}\
e\n""", "abcde\n")]
    [InlineData(@"'\0\'\q'", "\0'q")]
    [InlineData(@"\u0061b", "ab")]
    public void Escape_sequences_are_decoded(string text, string value)
    {
        var tokens = new Tokenizer(text, 0, text.Length);
        tokens.Next();

        Assert.Equal(value, tokens.Value);
    }

    [Fact]
    public void A_parser_may_have_a_slash_read_as_a_regular_expression()
    {
        const string Text = "/[/]\\//g.b";
        var tokens = new Tokenizer(Text, 0, Text.Length);
        tokens.Next();
        tokens.RescanAsRegularExpression();

        Assert.Equal((TokenKind.Regex, 8), (tokens.Kind, tokens.End));
        tokens.Next();
        Assert.Equal(TokenKind.Dot, tokens.Kind);
    }

    [Theory]
    [InlineData("a\nb", true)]
    [InlineData("a /*\n*/ b", true)]
    [InlineData("a // b", true)]
    [InlineData("a }", true)]
    [InlineData("a b", false)]
    public void A_semicolon_is_inserted_after_a_line_terminator_before_a_brace_and_at_the_end(string text, bool inserted)
    {
        var tokens = new Tokenizer(text, 0, text.Length);
        tokens.Next();
        tokens.Next();

        Assert.Equal(inserted, tokens.CanInsertSemicolon);
    }

    [Fact]
    public void Looking_ahead_reads_nothing()
    {
        const string Text = "async /* a */ function";
        var tokens = new Tokenizer(Text, 0, Text.Length);
        tokens.Next();

        Assert.Equal((14, false), (tokens.PeekStart(out var newline), newline));
        Assert.Equal("function", tokens.PeekWord(14).ToString());
        Assert.Equal((0, 5), (tokens.Start, tokens.End));
    }

    [Fact]
    public void It_pauses_at_blank_lines_outside_brackets_and_reads_on_when_told()
    {
        const string Text = "(\n\na)\n\nb";
        var tokens = new Tokenizer(Text, 0, Text.Length);
        tokens.PauseAtBlankLines();
        for (var count = 0; count < 4; count++)
        {
            tokens.Next();
        }

        Assert.Equal((TokenKind.End, true, 5), (tokens.Kind, tokens.IsPause, tokens.PauseAt));
        tokens.Resume();
        Assert.Equal((TokenKind.Name, false, "b"), (tokens.Kind, tokens.IsPause, tokens.Value));
    }

    [Theory]
    [InlineData("'a", 0, true)]
    [InlineData("'a\n'", 0, false)]
    [InlineData("1__0", 2, false)]
    [InlineData("08", 0, true)]
    [InlineData("1a", 1, false)]
    [InlineData("`", 1, true)]
    [InlineData("/* a", 0, true)]
    [InlineData(@"'\u{110000}'", 4, false)]
    public void An_error_has_a_place_and_says_whether_more_text_could_help(string text, int offset, bool atEnd)
    {
        var tokens = new Tokenizer(text, 0, text.Length);
        var error = Assert.Throws<SyntaxErrorException>(() =>
        {
            tokens.Next();
            tokens.ReadTemplateCharacters(isTagged: false);
        });

        Assert.Equal((offset, atEnd), (error.Offset, error.AtEnd));
    }

    private static IEnumerable<TokenKind> KindsOf(Tokenizer tokens)
    {
        for (tokens.Next(); tokens.Kind != TokenKind.End; tokens.Next())
        {
            yield return tokens.Kind;
        }
    }
}
