using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx;

public class MdxConverterTests
{
    [Fact]
    public void Front_matter_is_exported_under_the_name_asked_for()
        => Assert.Contains(
            "export const meta = {\"a\":[1,true,null,\"b\\\"c\"]};\n",
            Program("---\na: [1, true, null, 'b\"c']\n---\n", new() { FrontMatterExport = "meta" }),
            StringComparison.Ordinal);

    [Fact]
    public void Front_matter_can_have_the_key_that_is_none_in_JavaScript()
        => Assert.Contains(
            "export const meta = JSON.parse(\"{\\\"__proto__\\\":1}\");\n",
            Program("---\n__proto__: 1\n---\n", new() { FrontMatterExport = "meta" }),
            StringComparison.Ordinal);

    [Fact]
    public void Front_matter_in_TOML_is_warned_of_where_it_is_wanted()
    {
        var source = SourceText.FromString("+++\na = 1\n+++\n", DocumentFormat.Mdx);
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Empty(new MdxConverter(new()).Convert(source, SameLinks.Instance, TextWriter.Null, cancellation).Diagnostics);
        Assert.Single(new MdxConverter(new() { FrontMatterExport = "meta" }).Convert(source, SameLinks.Instance, TextWriter.Null, cancellation).Diagnostics);
    }

    [Fact]
    public void Without_front_matter_an_empty_object_is_exported()
        => Assert.Contains("export const meta = {};\n", Program("a", new() { FrontMatterExport = "meta" }), StringComparison.Ordinal);

    [Fact]
    public void Headings_are_exported_under_the_name_asked_for_and_have_ids()
    {
        var program = Program("# a *b*\n\n## a b", new() { ContentsExport = "toc" });

        Assert.Contains(
            "export const toc = [{\"depth\":1,\"value\":\"a b\",\"id\":\"a-b\"},{\"depth\":2,\"value\":\"a b\",\"id\":\"a-b-1\"}];\n", program, StringComparison.Ordinal);
        Assert.Contains("_jsx(_components.h2, {id: \"a-b-1\", children: \"a b\"})", program, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_have_ids_where_they_are_asked_for()
        => Assert.Contains("{id: \"a\", children: \"a\"}", Program("# a", new() { HeadingIds = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData(MdxFormat.Detect, DocumentFormat.Mdx, true)]
    [InlineData(MdxFormat.Detect, DocumentFormat.Markdown, false)]
    [InlineData(MdxFormat.Mdx, DocumentFormat.Markdown, true)]
    [InlineData(MdxFormat.Md, DocumentFormat.Mdx, false)]
    public void The_format_decides_whether_braces_are_expressions(MdxFormat format, DocumentFormat named, bool areExpressions)
        => Assert.Contains(
            areExpressions ? "_jsx(_Fragment, {children: a})" : "_jsx(_components.p, {children: \"{a}\"})",
            Program("{a}", new() { Format = format }, named),
            StringComparison.Ordinal);

    [Fact]
    public void Markdown_has_indented_code_and_links_in_angle_brackets_and_drops_HTML()
    {
        var program = Program("    a\n\n<http://b.c>\n\n<div>d</div>\n\ne<b>f</b>", new(), DocumentFormat.Markdown);

        Assert.Contains("_jsx(_components.pre, {children: _jsx(_components.code, {children: \"a\\n\"})})", program, StringComparison.Ordinal);
        Assert.Contains("{href: \"http://b.c\", children: \"http://b.c\"}", program, StringComparison.Ordinal);
        Assert.DoesNotContain("div", program, StringComparison.Ordinal);
        Assert.Contains("children: \"ef\"", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{/* @jsxImportSource preact */}", "from \"preact/jsx-runtime\"")]
    [InlineData("{/* @jsxRuntime classic @jsx h @jsxFrag F */}", "h(F, null, h(\"a\"), h(\"a\"))")]
    [InlineData("```\n/* @jsxImportSource preact */\n```", "from \"react/jsx-runtime\"")]
    [InlineData("@jsxImportSource preact", "from \"react/jsx-runtime\"")]
    [InlineData("```\n{/* @jsxImportSource preact */}\n```", "from \"react/jsx-runtime\"")]
    [InlineData("`{/* @jsxImportSource preact */}`", "from \"react/jsx-runtime\"")]
    [InlineData("a {1 /* b */ /* @jsxImportSource preact */}", "from \"preact/jsx-runtime\"")]
    [InlineData("> {/*\n>  * @jsxImportSource\n>  */}", "from \"react/jsx-runtime\"")]
    public void A_comment_says_how_JSX_is_compiled(string comment, string expected)
        => Assert.Contains(expected, Program($"<><a/><a/></>\n\n{comment}", new()), StringComparison.Ordinal);

    [Fact]
    public void A_document_has_its_title_from_front_matter_or_the_first_heading()
    {
        Assert.Equal("T", Convert("---\ntitle: T\n---\n# a").Title);
        Assert.Equal("a", Convert("b\n\n# a").Title);
        Assert.Null(Convert("b").Title);
    }

    [Theory]
    [InlineData("<Tabs>\n", DiagnosticCodes.MdxTagsUnbalanced, 0, 0)]
    [InlineData("a <b c=>", DiagnosticCodes.MdxTagInvalid, 1, 8)]
    [InlineData("a {b c}", DiagnosticCodes.MdxScriptInvalid, 1, 5)]
    [InlineData("export default 1\n\nexport default 2", DiagnosticCodes.MdxNotCompilable, 3, 1)]
    [InlineData("<a {...b} key=\"c\"/>", DiagnosticCodes.MdxNotCompilable, 0, 0)]
    public void A_rejection_says_what_is_wrong_and_where(string mdx, string code, int line, int column)
    {
        var diagnostic = Assert.Throws<DocumentException>(() => Program(mdx, new())).Diagnostic;

        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Line, diagnostic.Column));
        Assert.EndsWith(").", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>", "</a>", 50_000)]
    [InlineData("> ", "a", 5_000)]
    [InlineData("- ", "a", 2_000)]
    [InlineData("*a **b ", " c** d*", 10_000)]
    [InlineData("{[", "]}", 10_000)]
    public void What_nests_too_deeply_is_refused_not_a_crash(string open, string close, int depth)
    {
        var mdx = string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));
        Exception? failure = null;

        // Batches run on threads with small stacks.
        var thread = new Thread(() => failure = Record.Exception(() => Program(mdx, new())), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.IsType<DocumentException>(failure);
    }

    private static string Program(string mdx, MdxOptions options, DocumentFormat format = DocumentFormat.Mdx)
    {
        using var output = new StringWriter();
        new MdxConverter(options).Convert(SourceText.FromString(mdx, format), SameLinks.Instance, output);
        return output.ToString();
    }

    private static ConvertedDocument Convert(string mdx)
        => new MdxConverter(new()).Convert(SourceText.FromString(mdx, DocumentFormat.Mdx), SameLinks.Instance, TextWriter.Null);
}
