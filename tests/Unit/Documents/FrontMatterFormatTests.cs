using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Documents;

public class FrontMatterFormatTests
{
    [Theory]
    [InlineData("+++\ntitle = \"a\"\nn = [1, 2.5, true]\nd = 2020-01-02\n[b.c]\ne = 'f'\n[b]\ng = 1\n[[h]]\ni = 1\n[[h]]\ni = 2\n+++\n", """{"title":"a","n":[1,2.5,true],"d":"2020-01-02","b":{"c":{"e":"f"},"g":1},"h":[{"i":1},{"i":2}]}""")]
    [InlineData("---toml\ntitle = 'a'\n---\n", """{"title":"a"}""")]
    [InlineData("---json\n{\"title\": \"a\"}\n---\n", """{"title":"a"}""")]
    [InlineData("---yaml\ntitle: a\n---\n", """{"title":"a"}""")]
    [InlineData(";;;\n{\"title\": \"a\",}\n;;;\n", """{"title":"a"}""")]
    [InlineData("{\n  \"title\": \"}{\\\"\", \"b\": [1, null, {\"c\": 1.5}]\n}\n", """{"title":"}{\u0022","b":[1,null,{"c":1.5}]}""")]
    public void It_is_read_as_data(string text, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(Of(text + "\nx", FrontMatterFormats.Any, DocumentFormat.Markdown).FrontMatter));
        Assert.Equal("<p>x</p>", HtmlOf(text + "\nx", DocumentFormat.Markdown).Trim());
        Assert.Contains($"export const meta = {json.Replace("\\u0022", "\\\"", StringComparison.Ordinal)};", HtmlOf(text + "\nx", DocumentFormat.Mdx).Replace(", ", ",", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+++\na = [\n+++\nx", 3)]
    [InlineData("---json\n{\"a\"\n---\nx", 3)]
    public void What_cannot_be_read_is_left_out_with_a_warning(string text, int line)
    {
        var converted = Of(text, FrontMatterFormats.Any, DocumentFormat.Markdown);

        var warning = Assert.Single(converted.Diagnostics);
        Assert.Equal(DiagnosticCodes.FrontMatterInvalid, warning.Code);
        Assert.InRange(warning.Line, 2, line);
        Assert.Null(converted.FrontMatter);
    }

    [Fact]
    public void A_key_that_stands_twice_is_warned_of()
        => Assert.Equal(DiagnosticCodes.FrontMatterDuplicateKey, Assert.Single(Of("+++\na = 1\na = 2\n+++\n", FrontMatterFormats.Any, DocumentFormat.Markdown).Diagnostics).Code);

    [Theory]
    [InlineData("{a}\n\nx", "<p>{a}</p>\n<p>x</p>\n")]
    [InlineData("{\"a\": 1} b", "<p>{&quot;a&quot;: 1} b</p>\n")]
    [InlineData("+++\na = 1", "<p>+++\na = 1</p>\n")]
    public void Text_that_only_looks_like_it_stays(string text, string html) => Assert.Equal(html, HtmlOf(text, DocumentFormat.Markdown));

    [Fact]
    public void Where_YAML_is_all_that_is_read_it_is_text()
        => Assert.Null(Of("+++\na = 1\n+++\n", FrontMatterFormats.Yaml, DocumentFormat.Markdown).FrontMatter);

    private static ConvertedDocument Of(string text, FrontMatterFormats formats, DocumentFormat format)
        => Convert(text, formats, format, TextWriter.Null);

    private static string HtmlOf(string text, DocumentFormat format)
    {
        using var output = new StringWriter();
        Convert(text, FrontMatterFormats.Any, format, output);
        return output.ToString();
    }

    private static ConvertedDocument Convert(string text, FrontMatterFormats formats, DocumentFormat format, TextWriter output)
    {
        var source = SourceText.FromString(text, format) with { FrontMatterFormats = formats };
        return format == DocumentFormat.Mdx
            ? new MdxConverter(new() { FrontMatterExport = "meta" }).Convert(source, SameLinks.Instance, output)
            : new MarkdownConverter(new()).Convert(source, SameLinks.Instance, output);
    }
}
