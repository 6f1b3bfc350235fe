using FastMd.Engine.Jobs.Books;

namespace FastMd.Tests.Unit.Jobs.Books;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  ", new string[0])]
    [InlineData("tesseract {} -", new[] { "tesseract", "{}", "-" })]
    [InlineData("\"C:\\Program Files\\t.exe\" {}", new[] { "C:\\Program Files\\t.exe", "{}" })]
    [InlineData("t 'a b' \"\" c\"d e\"f", new[] { "t", "a b", "", "cd ef" })]
    [InlineData("t \"it's\"", new[] { "t", "it's" })]
    [InlineData("t $HOME && rm *", new[] { "t", "$HOME", "&&", "rm", "*" })]
    public void Quotes_keep_spaces_and_nothing_else_has_a_meaning(string text, string[] arguments) => Assert.Equal(arguments, CommandText.Split(text));
}
