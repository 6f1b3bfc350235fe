using FastMd.Engine.JavaScript;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.JavaScript.Parsing;

public class GrammarTests
{
    [Theory]
    [InlineData("(", "")]
    [InlineData("[", "")]
    [InlineData("{a:", "")]
    [InlineData("<a>", "")]
    [InlineData("<a b={", "")]
    [InlineData("`${", "")]
    [InlineData("!", "")]
    [InlineData("new ", "")]
    [InlineData("a=>", "")]
    [InlineData("a?b:", "")]
    [InlineData("a**", "")]
    [InlineData("async function f(){", "")]
    [InlineData("class extends ", "")]
    [InlineData("({a:", "=b)=>c")]
    public void Nesting_without_end_is_an_error_not_a_crash(string opening, string ending)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000)) + ending + "}";

        // On a thread with as little stack as one is likely to have.
        var scan = default(ExpressionScan);
        var thread = new Thread(() => scan = ExpressionScanner.Scan(text, 0, text.Length), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Contains("levels deep", scan!.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a: ", "1", "}")]
    [InlineData("<a>", "b", "</a>")]
    [InlineData("<a>{", "b", "}</a>")]
    public void Nesting_as_people_write_it_is_read(string opening, string inner, string closing)
    {
        const int Depth = 100;
        var text = string.Concat(Enumerable.Repeat(opening, Depth)) + inner + string.Concat(Enumerable.Repeat(closing, Depth)) + "}";

        Assert.Null(ExpressionScanner.Scan(text, 0, text.Length).Error);
    }

    [Theory]
    [InlineData("a + ")]
    [InlineData("a, ")]
    [InlineData("a.b().c[d] || ")]
    [InlineData("`${a}` + ")]
    [InlineData("<a/>, ")]
    [InlineData("/* { */ a +\n\n")]
    public void Long_code_is_no_deep_code(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000)) + "a}";

        Assert.Equal(text.Length - 1, ExpressionScanner.Scan(text, 0, text.Length).End);
    }

    [Fact]
    public void Whatever_stands_in_braces_is_told_and_nothing_thrown()
        => Property.Holds(
            Property.TextOf(
                "}", "{", "(", ")", "[", "]", "<", ">", "/", "=", "=>", "...", ".", ",", ";", ":", "?.", "`", "${", "\"", "'", "\\", "\\u", "#a", "//", "/*", "*/",
                "\n", "\n\n", " ", "a", "1", "0x", "1e", "let ", "const ", "function ", "class ", "async ", "await ", "yield ", "new ", "for ", "of ", "in ",
                "import ", "export ", "default ", "from ", "get ", "<a>", "</a>", "<>", "</>", "&lt;", "\u2028", "\uD83D", "\uDE00", "é"),
            text => Enum.GetValues<BraceUse>().All(use => IsTold(ExpressionScanner.Scan(text, 0, text.Length, use), text))
                && IsTold(EsmScanner.Scan("export " + text, 0, text.Length + 7, []), "export " + text));

    private static bool IsTold(ExpressionScan scan, string text)
        => scan.Status == ScanStatus.Complete ? text[scan.End] == '}' : IsWithin(scan.Error!, text);

    private static bool IsTold(EsmScan scan, string text)
        => scan.Status == ScanStatus.Complete ? scan.End <= text.Length : IsWithin(scan.Error!, text);

    private static bool IsWithin(ScriptError error, string text) => error.Offset >= 0 && error.Offset <= text.Length && error.Message.Length > 0;
}
