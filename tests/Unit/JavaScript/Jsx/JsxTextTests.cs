using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Tests.Unit.JavaScript.Jsx;

public class JsxTextTests
{
    [Theory]
    [InlineData("a  b", "a  b")]
    [InlineData(" a ", " a ")]
    [InlineData("\n  a\n  b  \n\n c\n", "a b c")]
    [InlineData("  \n\t\n ", "")]
    [InlineData(" a \r\n b\t", " a b ")]
    [InlineData("a\tb", "a b")]
    public void Line_endings_between_text_are_one_space_and_none_at_the_ends(string text, string collapsed)
        => Assert.Equal(collapsed, JsxWhiteSpace.Collapse(text));

    [Theory]
    [InlineData("a &amp; b", "a & b")]
    [InlineData("&#97;&#x62;", "ab")]
    [InlineData("&nbsp;&hellip;", "\u00A0…")]
    [InlineData("&nope; &; & &#; &#x; &#X61; &amp", "&nope; &; & &#; &#x; &#X61; &amp")]
    [InlineData("&&lt;", "&<")]
    [InlineData("&#00000097;", "a")]
    [InlineData("&#000000097;", "&#000000097;")]
    public void References_of_HTML_4_are_decoded_and_others_stay(string text, string decoded)
        => Assert.Equal(decoded, JsxReferences.Decode(text));
}
