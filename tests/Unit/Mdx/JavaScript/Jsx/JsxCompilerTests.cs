using System.Text;
using FastMd.Engine.Mdx.JavaScript;
using FastMd.Engine.Mdx.JavaScript.Jsx;
using FastMd.Engine.Mdx.JavaScript.Writing;

namespace FastMd.Tests.Unit.Mdx.JavaScript.Jsx;

public class JsxCompilerTests
{
    private static readonly JsxOptions Classic = new() { Runtime = JsxRuntime.Classic };

    [Theory]
    [InlineData("<a/>", "_jsx(\"a\", {})")]
    [InlineData("<A/>", "_jsx(A, {})")]
    [InlineData("<a-b/>", "_jsx(\"a-b\", {})")]
    [InlineData("<a:b/>", "_jsx(\"a:b\", {})")]
    [InlineData("<a.b.c-d/>", "_jsx(a.b[\"c-d\"], {})")]
    [InlineData("<></>", "_jsx(_Fragment, {})")]
    [InlineData("<a>b</a>", "_jsx(\"a\", {children: \"b\"})")]
    [InlineData("<a>b{c}<d/></a>", "_jsxs(\"a\", {children: [\"b\", c, _jsx(\"d\", {})]})")]
    [InlineData("<a>\n  b\n  c\n</a>", "_jsx(\"a\", {children: \"b c\"})")]
    [InlineData("<a>{/* b */}</a>", "_jsx(\"a\", {})")]
    [InlineData("<a>{b, c}</a>", "_jsx(\"a\", {children: (b, c)})")]
    [InlineData("<a b c-d='&lt;' {...e} f={g} h=<i/>/>", "_jsx(\"a\", {b: true, \"c-d\": \"<\", ...e, f: g, h: _jsx(\"i\", {})})")]
    [InlineData("<a key='b' c/>", "_jsx(\"a\", {c: true}, \"b\")")]
    [InlineData("<a b=\"c\">d</a>", "_jsx(\"a\", {b: \"c\", children: \"d\"})")]
    [InlineData("a.map(b => <c key={b}>{<d/>}</c>)", "a.map(b => _jsx(\"c\", {children: _jsx(\"d\", {})}, b))")]
    public void The_automatic_runtime_takes_children_as_a_property(string jsx, string code)
        => Assert.Equal(code, Compile(jsx, new()));

    [Theory]
    [InlineData("<a/>", "React.createElement(\"a\")")]
    [InlineData("<a>b</a>", "React.createElement(\"a\", null, \"b\")")]
    [InlineData("<a key='b'>{c}<D/></a>", "React.createElement(\"a\", {key: \"b\"}, c, React.createElement(D))")]
    [InlineData("<><a/></>", "React.createElement(React.Fragment, null, React.createElement(\"a\"))")]
    public void The_classic_runtime_takes_children_as_arguments(string jsx, string code)
        => Assert.Equal(code, Compile(jsx, Classic));

    [Fact]
    public void Pragmas_say_what_the_classic_runtime_calls()
        => Assert.Equal("h(x.F, null, h(\"a\"))", Compile("<><a/></>", Classic with { Pragma = "h", PragmaFragment = "x.F" }));

    [Fact]
    public void Development_tells_where_elements_stand()
    {
        var lines = new LineMap("\n  <a key='b'>c</a>");
        var options = new JsxOptions { IsDevelopment = true, FilePath = "f.mdx", Locate = lines.PositionOf };

        Assert.Equal(
            "_jsxDEV(\"a\", {children: \"c\"}, \"b\", false, {fileName: \"f.mdx\", lineNumber: 2, columnNumber: 3}, this)",
            Compile("\n  <a key='b'>c</a>", options));
        Assert.StartsWith("_jsxDEV(\"a\", {}, undefined, false, {", Compile("<a/>", options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a/>", JsxHelpers.Jsx)]
    [InlineData("<><b/>c</>", JsxHelpers.Fragment | JsxHelpers.Jsxs | JsxHelpers.Jsx)]
    [InlineData("a", JsxHelpers.None)]
    internal void It_is_known_what_the_code_needs(string jsx, JsxHelpers helpers)
    {
        var compiler = new JsxCompiler(new(), new(new StringBuilder()));
        compiler.Write(Code(jsx));

        Assert.Equal(helpers, compiler.Helpers);
    }

    [Fact]
    public void A_key_after_a_spread_is_refused()
        => Assert.Equal(1, Assert.Throws<JsxException>(() => Compile("(<a {...b} key='c'/>)", new())).Offset);

    [Theory]
    [InlineData("<a b='c' d={e} {...f}>g{h}<i /></a>", "<a b=\"c\" d={e} {...f}>{\"g\"}{h}<i /></a>")]
    [InlineData("<a b='\"'></a>", "<a b={\"\\\"\"} />")]
    [InlineData("<>a</>", "<>{\"a\"}</>")]
    public void Preserved_JSX_says_the_same(string jsx, string code)
        => Assert.Equal(code, Compile(jsx, new() { Runtime = JsxRuntime.Preserve }));

    [Fact]
    public void Elements_can_be_compiled_under_other_names()
    {
        var options = new JsxOptions { Rename = element => element.Name?.Kind == JsxNameKind.Tag ? JsxName.Parse($"_components.{element.Name}") : null };

        Assert.Equal("_jsx(_components.a, {children: _jsx(B, {})})", Compile("<a><B/></a>", options));
    }

    [Fact]
    public void Addresses_of_modules_are_rewritten_on_request()
    {
        var options = new JsxOptions { ResolvesImports = true, MetaUrl = "_importMetaUrl" };

        Assert.Equal(
            "[import(_resolveDynamicMdxSpecifier(a)), _importMetaUrl, _jsx(\"b\", {c: import(_resolveDynamicMdxSpecifier(_importMetaUrl))})]",
            Compile("[import(a), import.meta.url, <b c={import(import.meta.url)}/>]", options));
    }

    [Fact]
    public void Code_can_be_put_into_functions_also_within_JSX()
    {
        var code = Code("<a b={() => <C/>}/>");
        var function = default(FunctionBody);
        JsxWalk.Visit(code, element => function ??= element.Function);
        var output = new StringBuilder();
        new JsxCompiler(new(), new(output)).Write(code, [new(function!.Start, "{ x(); return "), new(function.End, " }")]);

        Assert.True(function.IsExpression);
        Assert.Equal("_jsx(\"a\", {b: () => { x(); return _jsx(C, {}) }})", output.ToString());
    }

    private static CodeFragment Code(string text) => ExpressionScanner.Scan(text + "}", 0, text.Length + 1).Code!;

    private static string Compile(string text, JsxOptions options)
    {
        var output = new StringBuilder();
        new JsxCompiler(options, new(output)).Write(Code(text));
        return output.ToString();
    }
}
