using System.Text;
using FastMd.Engine.Mdx.JavaScript;
using FastMd.Engine.Mdx.JavaScript.Writing;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Mdx.JavaScript.Writing;

public class StringLiteralTests
{
    [Theory]
    [InlineData("a'b", "\"a'b\"")]
    [InlineData("a\"\\\n\r\t\b\f", "\"a\\\"\\\\\\n\\r\\t\\b\\f\"")]
    [InlineData("\u0001\u2028\u007F", "\"\\u0001\\u2028\\u007f\"")]
    [InlineData("é😀", "\"é😀\"")]
    public void What_would_end_or_spoil_a_literal_is_escaped(string value, string literal)
        => Assert.Equal(literal, Write(value));

    [Fact]
    public void A_lone_surrogate_is_escaped()
        => Assert.Equal("\"\\ud800x\"", Write("\uD800x"));

    [Fact]
    public void What_is_written_reads_as_what_it_was()
        => Property.Holds(Property.AnyText, text =>
        {
            var literal = Write(text) + "}";
            return ExpressionScanner.Scan(literal, 0, literal.Length).Code!.Literal == text;
        });

    [Theory]
    [InlineData("a", "a")]
    [InlineData("class", "class")]
    [InlineData("a-b", "\"a-b\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("", "\"\"")]
    public void The_name_of_a_property_is_bare_where_it_can_be(string name, string written)
    {
        var output = new StringBuilder();
        new JavaScriptWriter(output).WritePropertyName(name);

        Assert.Equal(written, output.ToString());
    }

    private static string Write(string value)
    {
        var output = new StringBuilder();
        StringLiteral.Append(output, value);
        return output.ToString();
    }
}
