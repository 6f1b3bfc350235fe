using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx.Program;

public class CallWriterTests
{
    private static readonly MdxOptions Classic = new() { Runtime = JsxRuntime.Classic };

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
    [InlineData("a.map(b => <c key={b}>{<d/>}</c>)", "a.map(b => _jsx(\"c\", {children: _jsx(\"d\", {})}, b))")]
    public void The_automatic_runtime_takes_children_as_a_property(string jsx, string code)
        => Assert.Equal(code, Compiled.Expression(jsx));

    [Theory]
    [InlineData("<a/>", "React.createElement(\"a\")")]
    [InlineData("<a>b</a>", "React.createElement(\"a\", null, \"b\")")]
    [InlineData("<a key='b'>{c}<D/></a>", "React.createElement(\"a\", {key: \"b\"}, c, React.createElement(D))")]
    [InlineData("<><a/></>", "React.createElement(React.Fragment, null, React.createElement(\"a\"))")]
    public void The_classic_runtime_takes_children_as_arguments(string jsx, string code)
        => Assert.Equal(code, Compiled.Expression(jsx, Classic));

    [Fact]
    public void A_comment_among_imports_sets_the_package()
        => Assert.Contains("from \"preact/jsx-runtime\"", Compiled.Program("import a from 'b'\n/* @jsxImportSource preact */\n\nc"), StringComparison.Ordinal);

    [Fact]
    public void Pragmas_say_what_the_classic_runtime_calls()
        => Assert.Equal("h(x.F, null, h(\"a\"))", Compiled.Expression("<><a/></>", Classic with { Pragma = "h", PragmaFragment = "x.F" }));

    [Theory]
    [InlineData("{/* @jsxRuntime classic @jsx h */}\n\n<a/>", "h(\"a\")")]
    [InlineData("{/* @jsxRuntime classic */}\n\n{/* @jsx h */}\n\n<a/>", "h(\"a\")")]
    [InlineData("{/* @jsxRuntime classic */}\n\n@jsx h\n\n<a/>", "React.createElement(\"a\")")]
    [InlineData("{/* @jsxRuntime classic */}\n\n`/*` @jsx h\n\n<a/>", "React.createElement(\"a\")")]
    public void Pragmas_of_a_document_stand_in_comments_in_braces(string text, string code)
        => Assert.Contains(code, Compiled.Program(text), StringComparison.Ordinal);

    [Fact]
    public void A_member_of_endless_members_is_refused()
    {
        // Each of them would be checked by its whole path.
        var element = $"<A{string.Concat(Enumerable.Repeat(".b", 101))}/>";

        var refused = Assert.Throws<DocumentException>(() => Compiled.Program(element));

        Assert.Equal(DiagnosticCodes.MdxNotCompilable, refused.Diagnostic.Code);
    }

    [Fact]
    public void Development_tells_where_elements_stand_also_in_containers()
    {
        var code = Compiled.Program("> {[<a>{<b/>}</a>]}", new() { Development = true });

        Assert.Contains("lineNumber: 1, columnNumber: 5}", code, StringComparison.Ordinal);
        Assert.Contains("_jsxDEV(\"b\", {}, undefined, false, {fileName: \"<source.js>\", lineNumber: 1, columnNumber: 9}, this)", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a b='c' d={e} {...f}>g{h}<i/></a>", "<a b={\"c\"} d={e} {...f}>{\"g\"}{h}<i /></a>")]
    [InlineData("<>a</>", "<>{\"a\"}</>")]
    public void Kept_JSX_says_the_same(string jsx, string code)
        => Assert.Equal(code, Compiled.Expression(jsx, new() { KeepJsx = true }));

    [Theory]
    [InlineData("<a b={<h1><p/></h1>}/>", "{h1: \"h1\", p: \"p\", ...props.components}", "_jsx(_components.h1, {children: _jsx(_components.p, {})})")]
    [InlineData("<a b={<c-d/>}/>", "{\"c-d\": \"c-d\", ...props.components}, _component0 = _components[\"c-d\"]", "_jsx(_component0, {})")]
    [InlineData("<a>{f(<h1/>)}</a>", "", "_jsx(\"h1\", {})")]
    public void Tags_in_attributes_of_the_document_can_be_replaced(string text, string components, string call)
    {
        var code = Compiled.Program(text);

        Assert.Contains(components, code, StringComparison.Ordinal);
        Assert.Contains(call, code, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_of_modules_are_rewritten_in_a_functions_body()
        => Assert.Equal(
            "[import(_resolveDynamicMdxSpecifier(a)), _importMetaUrl, _jsx(\"b\", {c: import(_resolveDynamicMdxSpecifier(_importMetaUrl))})]",
            Compiled.Expression("[import(a), import.meta.url, <b c={import(import.meta.url)}/>]", new() { Program = MdxProgram.FunctionBody }));

    [Fact]
    public void What_the_classic_runtime_imports_is_resolved_in_a_functions_body_too()
    {
        var code = Compiled.Program("a", Classic with { Program = MdxProgram.FunctionBody, PragmaImportSource = "./h.js" });
        var address = code.IndexOf("const _importMetaUrl", StringComparison.Ordinal);

        Assert.InRange(address, 0, code.IndexOf("import(_resolveDynamicMdxSpecifier(\"./h.js\"))", StringComparison.Ordinal));
        Assert.Contains("function _resolveDynamicMdxSpecifier(", code, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_content_is_given_is_no_component_to_look_up()
        => Assert.DoesNotContain("{props}", Compiled.Program("<props.A/>"), StringComparison.Ordinal);

    [Fact]
    public void What_an_object_calls_itself_is_no_component_to_look_up()
        => Assert.DoesNotContain("{this}", Compiled.Program("<this.A/>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("import React, {useState} from 'react'", false)]
    [InlineData("import {createElement} from 'react'", true)]
    public void What_the_classic_runtime_calls_is_imported_unless_the_document_does_so(string module, bool isImported)
        => Assert.Equal(isImported, Compiled.Program(module, Classic).Contains("import React from \"react\"", StringComparison.Ordinal));

    [Fact]
    public void What_a_comment_says_the_classic_runtime_calls_the_document_imports_itself()
        => Assert.DoesNotContain("import h", Compiled.Program("import {h} from 'h'\n\n{/* @jsx h */}", Classic).Replace("import {h}", ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("a {[\n <B/>]}", 2, 2)]
    [InlineData("> {[\n>   <B/>]}", 2, 5)]
    [InlineData("- a <b c={[\r\n     <B/>]}/>", 2, 6)]
    [InlineData("- {`\n    ${<B/>}`}", 2, 7)]
    [InlineData("a\n\n> {`a`, [\n>\n> <B/>]}", 5, 3)]
    public void In_development_code_has_its_place_on_every_line(string mdx, int line, int column)
    {
        var program = Compiled.Program(mdx, new() { Development = true });

        Assert.Contains($"_jsxDEV(B, {{}}, undefined, false, {{fileName: \"<source.js>\", lineNumber: {line}, columnNumber: {column}}}", program, StringComparison.Ordinal);
    }

    [Fact]
    public void In_development_references_to_footnotes_have_places()
        => Assert.Contains(
            "\"1\"}, undefined, false, {fileName: \"<source.js>\", lineNumber: 1, columnNumber: 3}",
            Compiled.Program("a [^b]\n\n[^b]: c", new() { Development = true }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Templates_lose_two_columns_of_each_line_whatever_ends_it(string lineEnd)
        => Assert.Contains($"`a{lineEnd} b{lineEnd}c`", Compiled.Program($"{{`a{lineEnd}   b{lineEnd}  c`}}"), StringComparison.Ordinal);
}
