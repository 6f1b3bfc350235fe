using FastMd.Engine.Configuration;
using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx.Program;

public class ModuleWriterTests
{
    private static readonly MdxOptions Body = new() { Program = MdxProgram.FunctionBody };

    [Theory]
    [InlineData("export {a as 'b c'} from 'd'", "export {a as \"b c\"} from 'd';")]
    [InlineData("export {'b c' as a} from 'd'", "export {\"b c\" as a} from 'd';")]
    [InlineData("export {'b c' as default} from 'd'", "import {\"b c\" as MDXLayout} from 'd';")]
    public void Names_that_are_strings_stay_strings(string statement, string expected)
        => Assert.Contains(expected, Compiled.Program(statement), StringComparison.Ordinal);

    [Theory]
    [InlineData("import {'a b' as c} from 'd'", "const {\"a b\": c} = await", "return {default")]
    [InlineData("export {a as 'b c'} from 'd'", "const {a: _export0} = await", "return {\"b c\": _export0, default")]
    [InlineData("export {a as if} from 'd'", "const {a: _export0} = await", "return {if: _export0, default")]
    [InlineData("export * as a from 'd'", "const _export0 = await", "return {a: _export0, default")]
    [InlineData("import {a} from 'd'\nexport {a, b} from 'e'", "const {a: _export0, b: _export1} = await", "return {a: _export0, b: _export1, default")]
    public void What_a_functions_body_passes_on_has_no_name_there(string statement, string declared, string returned)
    {
        var program = Compiled.Program(statement, Body);

        Assert.Contains(declared, program, StringComparison.Ordinal);
        Assert.Contains(returned, program, StringComparison.Ordinal);
    }
}
